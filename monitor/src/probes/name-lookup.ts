import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { AddressPolicy } from './address-policy.ts';

/** Must not be connected to. */
export class RefusedAddress extends Error {}

const running = new Map<string, Promise<LookupAddress[]>>();

/**
 * Looks names up for sockets, and hides what the policy forbids: what is connected to is what was judged, whatever the name
 * says a moment later.
 */
export function guardedLookup(policy: AddressPolicy, port: number, resolve = addressesOf): LookupFunction {
  return (name, options, callback) => {
    const problemOf = (address: string) => policy.problemOf(address, port, name);
    resolve(name).then(
      found => {
        const wanted = found.filter(({ family }) => !options.family || family === familyOf(options.family));
        const allowed = wanted.filter(({ address }) => problemOf(address) === undefined);
        const [first] = allowed;
        if (first === undefined) callback(refusal(wanted, problemOf), '', 0);
        else if (options.all) callback(null, allowed);
        else callback(null, first.address, first.family);
      },
      error => callback(error, '', 0),
    );
  };
}

function familyOf(family: number | 'IPv4' | 'IPv6'): number {
  return typeof family === 'number' ? family : Number(family.slice(-1));
}

function refusal([first]: readonly LookupAddress[], problemOf: (address: string) => string | undefined): Error {
  return new RefusedAddress(first === undefined ? 'no address' : problemOf(first.address));
}

/** Node has four threads for lookups: a name whose lookup hangs takes one of them, however often it is asked for. */
function addressesOf(name: string): Promise<LookupAddress[]> {
  const known = running.get(name);
  if (known !== undefined) return known;
  const asked = new Promise<LookupAddress[]>((resolve, reject) => {
    lookup(name, { all: true }, (error, found) => {
      running.delete(name);
      if (error === null) resolve(found);
      else reject(error);
    });
  });
  running.set(name, asked);
  return asked;
}
