/** The numbers of the API. Cluster members are judged by the registry, the others are probed. */
export const TARGET_TYPES = [
  { number: 1, name: 'web', isMember: false },
  { number: 2, name: 'chat', isMember: false },
  { number: 3, name: 'websocket', isMember: false },
  { number: 4, name: 'room', isMember: false },
  { number: 6, name: 'http', isMember: false },
  { number: 7, name: 'gateway', isMember: true },
  { number: 8, name: 'lobby', isMember: true },
  { number: 9, name: 'game', isMember: true },
] as const;

export function isClusterMember(type: number): boolean {
  return TARGET_TYPES.some(({ number, isMember }) => number === type && isMember);
}
