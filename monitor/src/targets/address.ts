/** `host:port`, IPv6 in brackets. What foreign servers write may be anything: then it is all host, and the port 0. */
export function parseAddress(address: string): { readonly host: string; readonly port: number } {
  const parts = /^(?:\[([0-9A-Fa-f:.]+)\]|([^:]+)):(\d{1,5})$/.exec(address);
  const host = parts?.[1] ?? parts?.[2];
  return host === undefined ? { host: address, port: 0 } : { host, port: Number(parts?.[3]) };
}
