import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Database } from '../../store/database.ts';
import { sessionLives, useSession } from '../../store/sessions.ts';
import { tokenLives, useToken } from '../../store/tokens.ts';
import type { Identity } from '../identity.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Who a request is from: by its API token, else by its cookie. */
export class Credentials {
  private readonly db: Database;
  private readonly clock: Pick<Clock, 'wallMs'>;

  constructor(db: Database, clock: Pick<Clock, 'wallMs'>) {
    this.db = db;
    this.clock = clock;
  }

  /** A token that is no good is not replaced by a cookie that is. */
  async identify(headers: IncomingHttpHeaders): Promise<Identity | undefined> {
    if (headers.authorization !== undefined) return this.byToken(headers.authorization);
    const cookie = readSessionCookie(headers.cookie);
    if (cookie === undefined) return undefined;
    const session = await useSession(this.db, cookie, this.clock.wallMs());
    if (session === undefined) return undefined;
    const { id: sessionId, csrfToken, user } = session;
    return { kind: 'session', name: user.name, role: user.role, userId: user.id, sessionId, csrfToken };
  }

  /** Whether what was good when a request came still is, for answers without an end. */
  stillGood(identity: Identity): Promise<boolean> {
    const nowMs = this.clock.wallMs();
    if (identity.kind === 'token') return tokenLives(this.db, identity.tokenId, nowMs);
    return sessionLives(this.db, identity.sessionId, nowMs);
  }

  private async byToken(header: string): Promise<Identity | undefined> {
    const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
    const token = secret && (await useToken(this.db, secret, this.clock.wallMs()));
    if (!token) return undefined;
    const { id: tokenId, name, role, userId } = token;
    return { kind: 'token', name, role, userId, tokenId };
  }
}
