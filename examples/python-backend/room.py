"""A room of class `echo` (see examples/echo): repeats what it is told, to one player or to all."""

import asyncio
import struct
import time

from link import DATA, OPENED, protobuf

CLIENT_OPENED, SNAPSHOT, ACK, ENDED, LEAVE_ROOM, ROOM_ERROR = 0x0004, 0x0201, 0x0202, 0x0203, 0x0204, 0x0208
ECHO, SAY, FINISH = 0x1001, 0x1002, 0x1003
ROOM_STREAM = 2
ACK_SECONDS = 0.2
SEAT_HOLD_SECONDS = 60


class Seat:
    """A player's place: which session has it, what was taken of that one, and where the player is attached now."""

    def __init__(self, user):
        self.user_id, self.name = user["user_id"], user["name"]
        self.session_id, self.session_epoch, self.have = "", 0, 0
        self.link, self.channel = None, 0
        self.acknowledged = 0
        self.away_since = time.monotonic()

    def send(self, frame_type, number, payload):
        if self.link:
            self.link.send(DATA, self.channel, struct.pack(">HI", frame_type, number) + payload)

    def close(self, code, result=b""):
        if self.link:
            self.link.close_channel(self.channel, code, result=result)
        self.left()

    def left(self):
        self.link, self.away_since = None, time.monotonic()


class Room:
    MAX_PLAYERS = 100

    def __init__(self, request, changed, over):
        self.room_id, self.epoch = request["room_id"], request["epoch"]
        self.changed, self.over = changed, over
        self.seats = {}
        self.number = 0  # of the newest frame to players
        self.lines = 0

    def reserve(self, users):
        """Seats for these users; may be repeated. False: the room is full."""
        newcomers = [user for user in users if user["user_id"] not in self.seats]
        if len(self.seats) + len(newcomers) > self.MAX_PLAYERS:
            return False
        for user in newcomers:
            self.seats[user["user_id"]] = Seat(user)
        return True

    @property
    def present(self):
        return sum(1 for seat in self.seats.values() if seat.link)

    # ---- players come and go ----

    def open(self, link, channel, request):
        """A player attaches: OPENED and SNAPSHOT, or the channel is closed with the reason."""
        seat = self.seats.get(request["user_id"])
        if seat is None:
            link.close_channel(channel, "NO_SEAT")
            return
        if request["session_epoch"] < seat.session_epoch:
            same_session = request["session_id"] == seat.session_id
            link.close_channel(channel, "CONFLICT" if same_session else "SUPERSEDED")
            return
        seat.close("SUPERSEDED")  # an older channel of this player, perhaps on another gateway
        if request["session_id"] != seat.session_id:
            seat.have = 0  # another session counts its frames from 1 again
        seat.session_id, seat.session_epoch = request["session_id"], request["session_epoch"]
        lost = max(0, request["first"] - 1 - seat.have)
        seat.have = seat.acknowledged = seat.have + lost
        seat.link, seat.channel = link, channel
        link.channels[channel] = (self, seat)
        opened = {"stream": ROOM_STREAM, "room_id": self.room_id, "epoch": self.epoch, "have": seat.have, "lost": lost}
        opened |= {"fresh": True, "why": "unsupported" if request["mark"] else "joined"}
        opened |= {"through": self.number, "turn": request["turn"]}
        link.send(OPENED, channel, struct.pack(">HI", CLIENT_OPENED, 0) + protobuf.encode("Opened", opened))
        state = f"{self.lines} lines were said".encode()
        seat.send(SNAPSHOT, self.number, protobuf.encode("Snapshot", {"state": state}))
        self.changed()

    def closed(self, seat):
        """The gateway has closed the player's channel, or is gone; the seat is held."""
        seat.left()
        self.changed()

    def age(self):
        """Who has been away for too long loses the seat; a room without seats is over."""
        oldest = time.monotonic() - SEAT_HOLD_SECONDS
        for seat in [seat for seat in self.seats.values() if not seat.link and seat.away_since < oldest]:
            del self.seats[seat.user_id]
        if not self.seats:
            self.over(self)

    # ---- frames ----

    def receive(self, seat, frame):
        frame_type, seq = struct.unpack_from(">HI", frame)
        if seq != seat.have + 1:
            return  # had it, or one before it is missing: the client sends it again
        seat.have = seq
        asyncio.get_running_loop().call_later(ACK_SECONDS, self.acknowledge, seat)
        payload = frame[6:]
        if frame_type == ECHO:
            self.number += 1
            seat.send(ECHO, self.number, payload)
        elif frame_type == SAY:
            self.lines += 1
            self.broadcast(SAY, payload)
        elif frame_type == FINISH:
            self.end(payload)
        elif frame_type == LEAVE_ROOM:
            self.leave(seat)
        else:
            failure = {"code": "UNKNOWN_TYPE", "message": "no such message", "ref": seq, "room_id": self.room_id}
            seat.send(ROOM_ERROR, 0, protobuf.encode("Failure", failure))

    def broadcast(self, frame_type, payload):
        """One number for all; a frame for each channel, since we have no groups."""
        self.number += 1
        for seat in self.seats.values():
            seat.send(frame_type, self.number, payload)

    def acknowledge(self, seat):
        if seat.acknowledged < seat.have:
            seat.acknowledged = seat.have
            seat.send(ACK, 0, protobuf.encode("Ack", {"room_id": self.room_id, "through": seat.have}))

    def leave(self, seat):
        self.acknowledge(seat)
        del self.seats[seat.user_id]
        if self.seats:
            seat.close("CLOSED")
            self.changed()
        else:
            self.end(b"", [seat])

    def end(self, result, leaving=()):
        """ENDED, then every channel closed with ROOM_ENDED: by that the gateways know it too."""
        self.broadcast(ENDED, protobuf.encode("Ended", {"why": "ended", "result": result}))
        for seat in [*self.seats.values(), *leaving]:
            seat.close("ROOM_ENDED", result)
        self.over(self)
