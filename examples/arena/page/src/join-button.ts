import type { LobbyListing } from '@gatehouse/client';

export interface JoinButton {
  readonly label: 'Join' | 'Full' | 'Begun';
  readonly isDisabled: boolean;
}

type Joinable = Pick<LobbyListing, 'phase' | 'memberCount' | 'maxMembers' | 'auto' | 'locked'>;

/** What the button of a listed arena says, and whether it can be pressed. `isWaiting`: for something else that was asked for. */
export function joinButton(
  { phase, memberCount, maxMembers, auto, locked }: Joinable,
  { isWaiting }: { isWaiting: boolean },
): JoinButton {
  const isFull = locked || (maxMembers > 0 && memberCount >= maxMembers);
  if (isFull) return { label: 'Full', isDisabled: true };
  if (!auto && phase !== 'waiting') return { label: 'Begun', isDisabled: true };
  return { label: 'Join', isDisabled: isWaiting };
}
