// `npm run vectors`: fills in the bytes of shared/vectors/*.json, which their meaning decides. Write the meaning by hand;
// commit the file: it is the contract, and tests hold our codecs against it.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { linkProof, proofInput, type Transcript } from '@gatehouse/shared/transport/link-handshake';
import type { LinkRole } from '@gatehouse/shared/transport/link-protocol';
import {
  clientFrame,
  type GoldenFiles,
  goldenPath,
  type LinkVector,
  linkFrame,
  type ProofVector,
  readGolden,
  tcpStream,
} from '@gatehouse/shared/vectors/golden-files';
import { type Fields, fromHex, toHex } from '@gatehouse/shared/vectors/message-fields';
import { root } from './checkout.ts';

await write('client-frames', fillClientFrames(readGolden('client-frames')));
await write('tcp-stream', fillTcpStream(readGolden('tcp-stream')));
await write('link', fillLink(readGolden('link')));

function fillClientFrames(file: GoldenFiles['client-frames']): GoldenFiles['client-frames'] {
  return { ...file, frames: file.frames.map(vector => ({ ...vector, hex: toHex(clientFrame(vector)) })) };
}

function fillTcpStream(file: GoldenFiles['tcp-stream']): GoldenFiles['tcp-stream'] {
  const streams = file.streams.map(vector => ({ ...vector, stream: toHex(tcpStream(vector.frames.map(fromHex))) }));
  return { ...file, streams };
}

function fillLink(file: GoldenFiles['link']): GoldenFiles['link'] {
  const { secret, gateway, backend } = file.handshake;
  const transcript = { gatewayNonce: fromHex(gateway.nonce), backendNonce: fromHex(backend.nonce), gateway, backend };
  const proofs = { backend: prove('backend', transcript, secret), gateway: prove('gateway', transcript, secret) };
  const frames = file.frames.map(vector => {
    const proven = withProof(vector, proofs[vector.from].proof);
    return { ...proven, hex: toHex(linkFrame(proven)) };
  });
  const handshake = { ...file.handshake, backend_proof: proofs.backend, gateway_proof: proofs.gateway };
  return { ...file, handshake, frames };
}

function prove(role: LinkRole, transcript: Transcript, secret: string): ProofVector {
  return { input: toHex(proofInput(role, transcript)), proof: toHex(linkProof(role, transcript, secret)) };
}

function withProof(vector: LinkVector, proof: string): LinkVector {
  if (vector.message === undefined || vector.fields.proof === undefined) return vector;
  const fields: Fields = { ...vector.fields, proof: { hex: proof } };
  return { ...vector, fields };
}

/** In the format of the repository, so that a run without a change leaves no difference. */
async function write<N extends keyof GoldenFiles>(name: N, file: GoldenFiles[N]): Promise<void> {
  const path = goldenPath(name);
  await writeFile(path, JSON.stringify(file));
  await promisify(execFile)(join(root, 'node_modules/.bin/biome'), ['format', '--write', path]);
}
