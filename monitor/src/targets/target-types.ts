/** How a target is looked at: by checks of its own, or as a member of the cluster by what the registry says of it. */
export type TargetCheck = 'http' | 'websocket' | 'registry';

interface TargetType {
  readonly name: string;
  readonly check: TargetCheck;
}

/** Append only: the numbers are in databases and scripts of operators. 5 has never been given. */
const TARGET_TYPES: ReadonlyMap<number, TargetType> = new Map([
  [1, { name: 'web', check: 'http' }],
  [2, { name: 'chat', check: 'websocket' }],
  [3, { name: 'websocket', check: 'websocket' }],
  [4, { name: 'room', check: 'websocket' }],
  [6, { name: 'http', check: 'http' }],
  [7, { name: 'gateway', check: 'registry' }],
  [8, { name: 'lobby', check: 'registry' }],
  [9, { name: 'game', check: 'registry' }],
]);

export const MEMBER_TYPES = { Gateway: 7, Lobby: 8, Game: 9 } as const;

/** Every other number is refused. */
export function isTargetType(type: number): boolean {
  return TARGET_TYPES.has(type);
}

export function typeNameOf(type: number): string {
  return TARGET_TYPES.get(type)?.name ?? `type ${type}`;
}

/** All of them with their numbers, for who has given another. */
export function typeList(): string {
  return [...TARGET_TYPES].map(([type, { name }]) => `${type} ${name}`).join(', ');
}

/** Undefined: not a type. */
export function checkOf(type: number): TargetCheck | undefined {
  return TARGET_TYPES.get(type)?.check;
}
