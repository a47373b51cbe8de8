"""What a client remembers of its two resumable streams, and what follows from OPENED. No socket in here."""

LOBBY, ROOM = 1, 2  # StreamKind


class Stream:
    def __init__(self, kind):
        self.kind = kind
        self.session_lost()
        self.enter("")

    def session_lost(self):
        """Another session counts its frames from 1 again; what was kept is lost."""
        self.kept = {}  # seq → frame that nobody has acknowledged, in order
        self.next_seq = 1
        self.disconnected()

    def disconnected(self):
        self.turn = 0  # counted per connection
        self.state = "detached"

    def enter(self, room_id, mark=None):
        """From now on this stream is about another room, of which `mark` was processed."""
        self.room_id, self.mark = room_id, mark
        if self.kind == ROOM:
            self.kept, self.next_seq = {}, 1
            self.state = "detached"

    def attach(self):
        """The ATTACH that asks for this stream; nothing is sent on it before its answer."""
        self.state = "attaching"
        record = {"stream": self.kind, "room_id": self.room_id, "first": next(iter(self.kept), self.next_seq)}
        if self.turn:
            record["turn"] = self.turn
        if self.mark:
            record["mark"] = {"epoch": self.mark[0], "number": self.mark[1]}
        return record

    def number(self, make_frame):
        """The next frame, kept until it is acknowledged."""
        seq = self.next_seq
        self.next_seq += 1
        self.kept[seq] = make_frame(seq)
        return self.kept[seq]

    def answers(self, message):
        """Whether OPENED or an ERROR answers the newest ATTACH. The lobby server knows better which lobby room we are in."""
        same_room = self.kind == LOBBY or message["room_id"] == self.room_id
        return self.state == "attaching" and message["turn"] == self.turn and same_room

    def opened(self, opened):
        """The frames to send again, or None when this OPENED does not answer the newest ATTACH."""
        if not self.answers(opened):
            return None
        if self.mark and opened["epoch"] < self.mark[0] and opened["room_id"] == self.room_id:
            self.state = "detached"  # a server that has been replaced
            return None
        self.room_id, self.epoch = opened["room_id"], opened["epoch"]
        waits = opened["fresh"] and self.room_id != ""
        self.state = "waiting for the snapshot" if waits else "open"
        if not waits and self.mark:
            self.mark = (self.epoch, self.mark[1])
        if self.kind == ROOM:
            self.acknowledge(opened["have"])  # in the lobby only a reply means that a command is done
        return list(self.kept.values())

    def detached(self, detached):
        """Whether this DETACHED is news: then attach again (an ATTACH that it has crossed was ignored)."""
        if detached["turn"] <= self.turn:
            return False
        self.turn, self.state = detached["turn"], "detached"
        return True

    def accept(self, number, is_snapshot=False):
        """Whether to process a frame with this number. It moves the mark."""
        if is_snapshot and self.state == "waiting for the snapshot":
            self.state, self.mark = "open", (self.epoch, number)
            return True
        if self.state != "open":
            return False
        if number == 0:
            return True  # not numbered: replies, ACK, what is volatile
        if self.mark and number <= self.mark[1]:
            return False  # had it already
        self.mark = (self.epoch, number)
        return True

    def acknowledge(self, through):
        self.kept = {seq: frame for seq, frame in self.kept.items() if seq > through}
