/** Few give their arena a name; the id tells them apart. */
export function roomName({ id, name }: { readonly id: string; readonly name: string }): string {
  return name === '' ? `Arena ${id.slice(0, 5)}` : name;
}
