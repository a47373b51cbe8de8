import { useEffect, useState } from 'preact/hooks';
import type { Target } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Field } from '../../parts/field.tsx';
import type { Session } from '../../session.ts';
import { readTargets } from './dependency.ts';

export interface DependsOnFieldProps {
  readonly session: Session;
  /** Undefined: a new one. */
  readonly target: Target | undefined;
  /** As written; undefined: nothing was, so it is that of `target`. */
  readonly name: string | undefined;
  onName(name: string): void;
}

const SETTLED_MS = 200;
const SUGGESTIONS = 20;

/** A name, because there may be thousands to choose from: the monitor finds those that fit. */
export function DependsOnField({ session, target, name, onName }: DependsOnFieldProps) {
  const before = useLoaded({
    feed: session.feed,
    key: target?.dependsOn ?? '',
    kinds: [],
    load: () => readName(session, target?.dependsOn ?? null),
  });
  const text = name ?? before.data ?? '';
  const settled = useSettled(text.trim());
  const { data } = useLoaded({
    feed: session.feed,
    key: settled,
    kinds: [],
    load: () => readTargets(session, settled, SUGGESTIONS),
  });
  const others = data?.filter(({ id }) => id !== target?.id);
  return (
    <Field
      label="Depends on"
      placeholder="no other target"
      hint="What it is reached through: while that one is down, outages behind it are recorded and nobody is told."
      text={text}
      suggestions={others?.map(({ host_name }) => host_name) ?? []}
      autocomplete="off"
      spellcheck={false}
      onText={onName}
    />
  );
}

async function readName(session: Session, id: string | null): Promise<string> {
  if (id === null) return '';
  return (await session.api.read<Target>(`targets/${encodeURIComponent(id)}`)).host_name;
}

/** `text`, when no more is being written. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
