import { useEffect, useRef, useState } from 'preact/hooks';
import { ENVIRONMENTS, STANDINGS } from '../../api/shapes.ts';
import { Choice, Field } from '../../parts/field.tsx';
import { routeHash } from '../../route.ts';
import { STANDING_WORDS } from '../../standing/standing-words.ts';
import { TARGET_TYPES } from './target-types.ts';

const ANY = '' as const;
const SETTLED_MS = 200;

/** The filter is in the address: it can be kept and sent. */
export function TargetFilter({ query }: { readonly query: URLSearchParams }) {
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(query);
    next.delete('offset');
    if (value === '') next.delete(name);
    else next.set(name, value);
    location.replace(routeHash('targets', '', next));
  };
  const choice = (label: string, name: string, choices: readonly (readonly [value: string, text: string])[]) => (
    <Choice
      label={label}
      value={query.get(name) ?? ANY}
      choices={[[ANY, 'all'], ...choices]}
      onChoose={value => set(name, value)}
    />
  );
  const isFiltered = [...query.keys()].some(name => name !== 'offset');
  return (
    <search class="filter">
      <TextFilter value={query.get('text') ?? ''} onSettled={text => set('text', text)} />
      {choice(
        'Standing',
        'standing',
        STANDINGS.map(standing => [standing, STANDING_WORDS[standing]]),
      )}
      {choice(
        'Environment',
        'environment',
        ENVIRONMENTS.map(environment => [environment, environment]),
      )}
      {choice(
        'Type',
        'type',
        TARGET_TYPES.map(({ number, name }) => [`${number}`, name]),
      )}
      <Choice
        label="Shown"
        value={query.get('archived') ?? ANY}
        choices={[
          [ANY, 'watched'],
          ['true', 'archived'],
        ]}
        onChoose={value => set('archived', value)}
      />
      {isFiltered && (
        <a class="button quiet" href={routeHash('targets')}>
          Show all
        </a>
      )}
    </search>
  );
}

interface TextFilterProps {
  /** Of the address. */
  readonly value: string;
  /** What was written, when no more is being written. */
  onSettled(text: string): void;
}

function TextFilter({ value, onSettled }: TextFilterProps) {
  const [text, setText] = useState(value);
  const settled = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (value !== settled.current) setText(value); // the address has changed by itself
    settled.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      settled.current = next;
      onSettled(next);
    }, SETTLED_MS);
  };
  return <Field label="Search" type="search" placeholder="Name or host" text={text} onText={write} />;
}
