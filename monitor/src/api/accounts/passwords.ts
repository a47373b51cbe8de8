import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Problem } from '../problems.ts';

export interface PasswordCost {
  /** Memory is 128 × 8 × this, in bytes. */
  readonly rounds: number;
  readonly passes: number;
}

/** OWASP's: 32 MiB, three times. */
export const PASSWORD_COST: PasswordCost = { rounds: 32_768, passes: 3 };
const BLOCK_SIZE = 8;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Each one takes its memory and a thread of four. */
const AT_ONCE = 2;
const MAX_WAITING = 16;
const COME_AGAIN_MS = 2_000;

/** Hashes of passwords: two at a time, a few more wait, others are told to come again. */
export class Passwords {
  private readonly cost: PasswordCost;
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(cost: PasswordCost = PASSWORD_COST) {
    this.cost = cost;
  }

  /** What is stored: `scrypt <rounds> <passes> <salt> <hash>`. @throws Problem BUSY */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const hash = await this.derive(password, salt, this.cost);
    const { rounds, passes } = this.cost;
    return `scrypt ${rounds} ${passes} ${salt.toString('base64url')} ${hash.toString('base64url')}`;
  }

  /** Takes as long when nothing is stored: nobody learns which names there are. @throws Problem BUSY */
  async fits(password: string, stored: string | undefined): Promise<boolean> {
    const [, rounds, passes, salt = '', hash = ''] = (stored ?? '').split(' ');
    const cost = stored === undefined ? this.cost : { rounds: Number(rounds), passes: Number(passes) };
    const expected = Buffer.from(hash, 'base64url');
    const found = await this.derive(password, Buffer.from(salt, 'base64url'), cost);
    return expected.length === found.length && timingSafeEqual(expected, found);
  }

  private async derive(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
    await this.enter();
    try {
      return await derived(password.normalize('NFC'), salt, cost);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next(); // takes this one's place
    }
  }

  private async enter(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= MAX_WAITING) throw new Problem('BUSY', 'too many logins at once', COME_AGAIN_MS);
    await new Promise<void>(resolve => this.waiting.push(resolve));
  }
}

function derived(password: string, salt: Buffer, { rounds, passes }: PasswordCost): Promise<Buffer> {
  const memory = 128 * BLOCK_SIZE * rounds;
  const options = { N: rounds, r: BLOCK_SIZE, p: passes, maxmem: 2 * memory };
  return new Promise((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, options, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}
