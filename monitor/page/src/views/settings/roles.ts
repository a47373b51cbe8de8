import type { Role } from '../../api/shapes.ts';

export const ROLE_CHOICES: readonly (readonly [Role, string])[] = [
  ['viewer', 'viewer'],
  ['admin', 'admin'],
];
