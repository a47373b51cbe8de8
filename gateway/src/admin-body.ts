import type { IncomingMessage } from 'node:http';

/** Largest body an admin route reads. */
export const MAX_ADMIN_BODY_BYTES = 4096;

export type AdminBody =
  | { readonly kind: 'read'; readonly body: unknown }
  | { readonly kind: 'too large' }
  | { readonly kind: 'not JSON' };

/** The JSON of a request; undefined when it has none. What is beyond the limit is not kept. */
export async function readAdminBody(request: IncomingMessage): Promise<AdminBody> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_ADMIN_BODY_BYTES) return { kind: 'too large' };
    chunks.push(chunk);
  }
  if (bytes === 0) return { kind: 'read', body: undefined };
  try {
    return { kind: 'read', body: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { kind: 'not JSON' };
  }
}
