import type { Locator, Page } from 'playwright-core';

/** The arena's page as a person uses it: by what is written on it. */
export class ArenaPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async enter(name: string): Promise<void> {
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('button', { name: /^(Enter|Join the arena)$/ }).click();
  }

  /** The shortest game there is. Returns the address for friends, without the page's own. */
  async makeArena(): Promise<string> {
    await this.page.getByLabel('Round').selectOption('15');
    await this.press('Make an arena');
    await this.page.getByRole('heading', { name: /^Arena \w+/ }).waitFor();
    return new URL(this.page.url()).hash;
  }

  async say(text: string): Promise<void> {
    await this.page.getByLabel('Say something').fill(text);
    await this.press('Send');
  }

  /** What was said, in order, when it is so many lines. */
  async chat(lineCount: number): Promise<string[]> {
    const lines = this.page.getByRole('log').locator('p');
    await lines.nth(lineCount - 1).waitFor();
    return lines.allInnerTexts();
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  /** In a list: the line about this one. */
  line(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name });
  }

  /** Points of this one, when there are some. */
  async pointsOf(name: string): Promise<number> {
    const points = this.page.getByRole('region', { name: 'Scores' }).getByRole('listitem').filter({ hasText: name });
    await points.locator('b', { hasText: /^[1-9]/ }).waitFor();
    return Number(await points.locator('b').textContent());
  }

  /** Each line of the result, best first: `Ann 12`. */
  async result(): Promise<string[]> {
    const lines = this.page.getByRole('region', { name: 'Result' }).getByRole('listitem');
    await lines.first().waitFor();
    return (await lines.allInnerTexts()).map(text => text.split(/\s+/).join(' '));
  }
}
