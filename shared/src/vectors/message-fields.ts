import type protobuf from 'protobufjs/minimal.js';
import { messages } from '../protocol/messages.ts';

/** A message of shared/proto as JSON: names as in the .proto file, bytes as `{hex}`, numbers as numbers. */
export interface Fields {
  readonly [name: string]: FieldValue;
}
export type FieldValue = string | number | boolean | Fields | readonly FieldValue[];

interface MessageClass {
  encode(message: object): protobuf.Writer;
  decode(bytes: Uint8Array): object;
}

/** The payload that says these fields. @throws Error for a message that does not exist */
export function encodeFields(message: string, fields: Fields): Uint8Array {
  return messageClass(message)
    .encode(toMessage(fields) as object)
    .finish();
}

/** What a payload says; fields that are not on the wire are left out. */
export function decodeFields(message: string, payload: Uint8Array): Fields {
  return toFields(messageClass(message).decode(payload)) as Fields;
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** @throws Error for anything but pairs of hexadecimal digits */
export function fromHex(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(hex)) throw new Error(`not hexadecimal: ${hex}`);
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

function messageClass(name: string): MessageClass {
  const found = (messages as unknown as Record<string, MessageClass | undefined>)[name];
  if (found === undefined) throw new Error(`shared/proto has no message ${name}`);
  return found;
}

function toMessage(value: FieldValue): unknown {
  if (Array.isArray(value)) return value.map(toMessage);
  if (typeof value !== 'object') return value;
  const { hex, ...others } = value as Fields;
  if (typeof hex === 'string' && Object.keys(others).length === 0) return fromHex(hex);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [camelCase(name), toMessage(field)]));
}

function toFields(value: unknown): FieldValue {
  if (value instanceof Uint8Array) return { hex: toHex(value) };
  if (Array.isArray(value)) return value.map(toFields);
  if (typeof value !== 'object' || value === null) return value as FieldValue;
  const present = Object.entries(value).filter(([, field]) => !Array.isArray(field) || field.length > 0);
  return Object.fromEntries(present.map(([name, field]) => [snakeCase(name), toFields(field)]));
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}
