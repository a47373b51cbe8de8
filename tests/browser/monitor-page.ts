import type { Locator, Page } from 'playwright-core';

const MAX_TABS = 60;

/** The operators' page as a person uses it: by what is written on it. */
export class MonitorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async logIn(name: string, password: string): Promise<void> {
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('Password').fill(password);
    await this.press('Log in');
    await this.isLive();
  }

  isLive(): Promise<void> {
    return this.page.getByRole('banner').getByText('live', { exact: true }).waitFor();
  }

  /** A view, by its name in the navigation. */
  async go(view: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
    await this.page.getByRole('heading', { name: view, level: 1 }).waitFor();
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  /** By the keyboard alone, as far as the focus is seen; then these keys. */
  async reach(wanted: Locator, ...keys: string[]): Promise<void> {
    let element = await wanted.elementHandle(); // looked for once: by its role it is a search through all of the page
    for (let tabs = 0; ; tabs++) {
      const focus = await element?.evaluate(focusOf);
      if (focus === 'seen') break;
      if (focus === 'gone') element = await wanted.elementHandle();
      else if (tabs === MAX_TABS) throw new Error(`${wanted} is not reached with ${MAX_TABS} tabs`);
      else await this.page.keyboard.press('Tab');
    }
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** And seen to be. */
  async isFocused(wanted: Locator): Promise<boolean> {
    return (await wanted.and(this.page.locator(':focus-visible')).count()) === 1;
  }

  /** Into what has the focus. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Into what has the focus, at once. */
  paste(text: string): Promise<void> {
    return this.page.keyboard.insertText(text);
  }

  /** In a table: the line about this one. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  /** Resolves when the list shows it so. */
  async stands(name: string, standing: string): Promise<void> {
    await this.row(name).getByText(standing, { exact: true }).waitFor();
  }

  async addTarget(name: string, host: string, port: number): Promise<void> {
    await this.go('Targets');
    await this.press('Add a target');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Host').fill(host);
    await dialog.getByLabel('Port').fill(`${port}`);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await this.row(name).waitFor();
  }

  /** From where its name is a link, in a list or on the page of another. */
  async open(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).first().click();
    await this.page.getByRole('heading', { name, level: 1 }).waitFor();
  }

  /** Of the target whose page is open. */
  async dependOn(name: string): Promise<void> {
    await this.press('Edit');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Depends on').fill(name);
    await dialog.getByRole('button', { name: 'Save' }).click();
  }

  async addSlackChannel(name: string, hookUrl: string): Promise<void> {
    await this.go('Channels');
    await this.press('Add a channel');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Hook URL').fill(hookUrl);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await this.card(name).waitFor();
  }

  /** An incident or a channel. */
  card(name: string): Locator {
    return this.page.getByRole('article', { name });
  }

  /** Alerts are sent without waiting for others to come. */
  async groupNothing(): Promise<void> {
    await this.go('Settings');
    await this.page.getByLabel('Group alerts for (s)').fill('0');
    await this.press('Save the defaults');
    await this.page.getByText('The settings are saved.').waitFor();
  }

  async addUser(name: string, password: string): Promise<void> {
    await this.go('Settings');
    await this.press('Add a user');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Password').fill(password);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await this.page.getByRole('button', { name: `Delete ${name}` }).waitFor();
  }

  /** Gone with the next reload, and only then. */
  mark(): Promise<void> {
    return this.page.evaluate("document.documentElement.setAttribute('data-marked', '')");
  }

  isMarked(): Promise<boolean> {
    return this.page.evaluate("document.documentElement.hasAttribute('data-marked')");
  }
}

/** Runs in the browser. */
function focusOf(element: { isConnected: boolean; matches(selector: string): boolean }): 'seen' | 'elsewhere' | 'gone' {
  if (!element.isConnected) return 'gone';
  return element.matches(':focus-visible') ? 'seen' : 'elsewhere';
}
