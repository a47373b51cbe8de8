import type { ClientChannel } from './client-channel.ts';
import type { GatewayLink } from './gateway-link.ts';

interface LinkMembers {
  readonly group: number;
  count: number;
}

/** The open channels of a room's players: one group on each link, so that a broadcast crosses each link once. */
export class RoomGroup {
  private readonly links = new Map<GatewayLink, LinkMembers>();

  get empty(): boolean {
    return this.links.size === 0;
  }

  add(channel: ClientChannel): void {
    let members = this.links.get(channel.link);
    if (members === undefined) {
      members = { group: channel.link.newGroup(), count: 0 };
      this.links.set(channel.link, members);
    }
    members.count++;
    channel.link.addToGroup(members.group, channel.id);
  }

  /** Of a channel that is closed, or closes in this turn: the gateway then takes it out of its groups itself. */
  forget(channel: ClientChannel): void {
    const members = this.links.get(channel.link);
    if (members !== undefined && --members.count === 0) this.links.delete(channel.link);
  }

  /** One frame to all members, or to all but one. */
  multicast(frame: Uint8Array, except: ClientChannel | undefined): void {
    for (const [link, { group, count }] of this.links) {
      if (link !== except?.link) link.sendMulticast(group, frame);
      else if (count > 1) multicastExcept(link, group, except.id, frame);
    }
  }
}

/** Links keep order: out of the group for one frame costs less than that frame once for each other member. */
function multicastExcept(link: GatewayLink, group: number, channel: number, frame: Uint8Array): void {
  link.removeFromGroup(group, channel);
  link.sendMulticast(group, frame);
  link.addToGroup(group, channel);
}
