import { GatehouseError } from '@gatehouse/client';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { attempt } from './attempt.ts';
import { type JoinButton, joinButton } from './join-button.ts';
import { FIRST_STATE, type PageState } from './page-state.ts';
import { Store } from './store.ts';

const open = { phase: 'waiting', memberCount: 3, maxMembers: 8, auto: false, locked: false } as const;
const join: JoinButton = { label: 'Join', isDisabled: false };
const full: JoinButton = { label: 'Full', isDisabled: true };
const begun: JoinButton = { label: 'Begun', isDisabled: true };

const cases: [name: string, listing: Partial<Parameters<typeof joinButton>[0]>, button: JoinButton][] = [
  ['a place is left', {}, join],
  ['none is left', { memberCount: 8 }, full],
  ['there are as many places as come', { memberCount: 100, maxMembers: 0 }, join],
  ['the host has locked it', { locked: true }, full],
  ['its game is starting', { phase: 'starting' }, begun],
  ['its game is played', { phase: 'playing' }, begun],
  ['its game is played, and takes late joiners', { phase: 'playing', auto: true }, join],
  ['that one is full', { phase: 'playing', auto: true, memberCount: 8 }, full],
];
for (const [name, listing, button] of cases) {
  test(`join button: ${name}`, () => assert.equal(joinButton({ ...open, ...listing }, { isWaiting: false }), button));
}

/** What is seen of the hall while a player joins, and after the answer. */
async function joining(answer: () => unknown): Promise<{ meanwhile: JoinButton; after: JoinButton; state: PageState }> {
  const state = new Store<PageState>({ ...FIRST_STATE, problem: 'of something before' });
  const button = () => joinButton(open, { isWaiting: state.get().waitingFor !== '' });
  const asked = attempt(state, 'Joining', async () => answer());
  const meanwhile = button();
  assert.equal([state.get().waitingFor, state.get().problem], ['Joining', '']);
  await asked;
  return { meanwhile, after: button(), state: state.get() };
}

test('join button: it waits for the answer', async () => {
  const { meanwhile, after, state } = await joining(() => 'joined');
  assert.equal(meanwhile, { label: 'Join', isDisabled: true });
  assert.equal(after, join);
  assert.is(state.problem, '');
});

test('join button: who is refused is told why, and may try again', async () => {
  const { meanwhile, after, state } = await joining(() => {
    throw new GatehouseError('ROOM_FULL');
  });
  assert.equal(meanwhile, { label: 'Join', isDisabled: true });
  assert.equal(after, join);
  assert.is(state.problem, 'This arena is full.');
});

test.run();
