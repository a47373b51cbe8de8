import type { Role } from '../store/users.ts';

/**
 * `open`: anybody. `public`: anybody when the public page is on, else as `viewer`. `viewer`: whoever is known. `session`: who
 * has logged in, no API token. `admin`: administrators.
 */
export type Access = 'open' | 'public' | 'viewer' | 'session' | 'admin';

export type Identity =
  | {
      readonly kind: 'session';
      readonly name: string;
      readonly role: Role;
      readonly userId: string;
      readonly sessionId: string;
      readonly csrfToken: string;
    }
  | {
      readonly kind: 'token';
      readonly name: string;
      readonly role: Role;
      /** Its owner. */
      readonly userId: string;
      readonly tokenId: string;
    };
