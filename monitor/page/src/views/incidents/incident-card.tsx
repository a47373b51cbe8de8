import type { Incident, Message } from '../../api/shapes.ts';
import { routeHash } from '../../route.ts';
import { StandingShape } from '../../standing/standing-mark.tsx';
import { clockText } from '../../time/clock-text.ts';
import { durationText } from '../../time/durations.ts';
import { Since } from '../../time/since.tsx';

const KINDS: Readonly<Record<Incident['kind'], string>> = {
  outage: 'Outage',
  flapping: 'Flapping',
  blind: 'Monitor blind',
};

/** From when to when, why, and who was told. */
export function IncidentCard({ incident }: { readonly incident: Incident }) {
  const { hostName, targetId, environment, kind, reason, openedAt, closedAt, lastError, messages } = incident;
  const isOpen = closedAt === null;
  return (
    <article class={`panel incident ${isOpen ? 'is-open' : ''}`} aria-label={`${KINDS[kind]} of ${hostName}`}>
      <div class="row between">
        <h2 class="row">
          {targetId === null ? hostName : <a href={routeHash('targets', targetId)}>{hostName}</a>}
          <span class="tag">{environment}</span>
          <span class="tag">{KINDS[kind]}</span>
        </h2>
        <span class={`standing ${isOpen ? 'is-down' : 'is-up'}`}>
          <StandingShape standing={isOpen ? 'DOWN' : 'UP'} />
          {isOpen ? 'Open' : 'Over'}
        </span>
      </div>
      <p>
        <b>{reason}</b>
        {lastError !== '' && lastError !== reason && <span class="wrap"> · last error: {lastError}</span>}
      </p>
      <p class="muted">
        {clockText(openedAt)} to {closedAt === null ? 'now' : clockText(closedAt)} ·{' '}
        {closedAt === null ? <Since atMs={openedAt} /> : durationText(closedAt - openedAt)}
      </p>
      <Messages messages={messages} />
    </article>
  );
}

const MESSAGE_STATES: Readonly<Record<Message['state'], string>> = {
  waiting: 'waiting',
  sent: 'sent',
  failed: 'failed',
  merged: 'merged into the next',
};

function Messages({ messages }: { readonly messages: readonly Message[] }) {
  if (messages.length === 0) return <p class="hint">Nobody was told: alerts are off, or no channel is enabled.</p>;
  return (
    <div class="scroll">
      <table class="cards messages">
        <thead>
          <tr>
            <th scope="col">Message</th>
            <th scope="col">Channel</th>
            <th scope="col">State</th>
            <th scope="col" class="number">
              Attempts
            </th>
            <th scope="col">Result</th>
            <th scope="col">Sent</th>
          </tr>
        </thead>
        <tbody>
          {messages.map(({ id, kind, channelName, state, attempts, lastResult, sentAt }) => (
            <tr key={id}>
              <td data-label="Message">{kind}</td>
              <td class="wrap" data-label="Channel">
                {channelName}
              </td>
              <td data-label="State">
                <span class={`tag message-${state}`}>{MESSAGE_STATES[state]}</span>
              </td>
              <td class="number" data-label="Attempts">
                {attempts}
              </td>
              <td class="wrap" data-label="Result">
                {lastResult ?? '–'}
              </td>
              <td data-label="Sent">{sentAt === null ? '–' : clockText(sentAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
