import { problemText } from '../../api/request.ts';
import type { List, Target } from '../../api/shapes.ts';
import type { Session } from '../../session.ts';

/** The most the API gives at once. Names that contain `name` are many only where it is short, and then it is among the first. */
const MAX_READ = 200;

export type Dependency =
  | { readonly kind: 'found'; readonly id: string | null }
  | { readonly kind: 'refused'; readonly why: string };

/** The id for the name of a target, which only that one has. `name` undefined: as it is for `target`. */
export async function readDependency(
  session: Session,
  name: string | undefined,
  target: Target | undefined,
): Promise<Dependency> {
  if (name === undefined) return { kind: 'found', id: target?.dependsOn ?? null };
  const wanted = name.trim();
  if (wanted === '') return { kind: 'found', id: null };
  try {
    const found = (await readTargets(session, wanted, MAX_READ)).find(({ host_name }) => host_name === wanted);
    if (found === undefined) return { kind: 'refused', why: `There is no target with the name ${wanted}.` };
    return { kind: 'found', id: found.id };
  } catch (error) {
    return { kind: 'refused', why: problemText(error) };
  }
}

/** Those whose name or host has `text` in it. */
export async function readTargets(session: Session, text: string, limit: number): Promise<readonly Target[]> {
  const query = new URLSearchParams({ text, limit: `${limit}` });
  return (await session.api.read<List<Target>>(`targets?${query}`)).items;
}
