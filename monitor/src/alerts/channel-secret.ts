import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Channel } from '../store/channels.ts';

// A hook URL or token lets whoever has it write into the channel: stored encrypted, shown as its last characters.

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SHOWN_CHARACTERS = 4;

/** Encrypts with a key of MONITOR_SECRET: `nonce | tag | text`, base64. */
export class ChannelSecrets {
  private readonly key: Uint8Array;

  constructor(monitorSecret: string) {
    this.key = new Uint8Array(hkdfSync('sha256', monitorSecret, '', 'gatehouse monitor channels', KEY_BYTES));
  }

  seal(secret: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce);
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
  }

  /** Undefined: sealed with another MONITOR_SECRET, or changed since. */
  open(sealed: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64');
    const textStart = NONCE_BYTES + TAG_BYTES;
    if (bytes.length < textStart) return undefined;
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, NONCE_BYTES), options);
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, textStart));
    try {
      return decipher.update(bytes.subarray(textStart), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  }
}

/** Enough to tell one from the other: `hooks.slack.com/…/••••abcd`. */
export function maskSecret(kind: Channel['kind'], secret: string): string {
  if (kind === 'slack-bot') return maskedEnd(secret);
  const { host, pathname, search } = new URL(secret);
  return `${host}/…/${maskedEnd(`${pathname}${search}`)}`;
}

/** Of a short one nothing: four of five characters are the secret. */
function maskedEnd(secret: string): string {
  return `••••${secret.length >= 4 * SHOWN_CHARACTERS ? secret.slice(-SHOWN_CHARACTERS) : ''}`;
}
