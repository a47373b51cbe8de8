type Child = Node | string;

/** A new element with these properties (attributes where there is no such property) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<Record<string, string>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(text: string, act: () => void, properties: Record<string, string> = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...properties }, text);
  made.addEventListener('click', act);
  return made;
}

/** Changes the text only if it is another one: what is selected or read aloud stays. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
