import { ENVIRONMENTS, STANDINGS } from '../../api/shapes.ts';
import { Choice, Field } from '../../parts/field.tsx';
import { routeHash } from '../../route.ts';
import { STANDING_WORDS } from '../../standing/standing-words.ts';
import { TARGET_TYPES } from './target-types.ts';

const ANY = '' as const;

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
      <Field
        label="Search"
        type="search"
        placeholder="Name or host"
        text={query.get('text') ?? ''}
        onText={text => set('text', text)}
      />
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
