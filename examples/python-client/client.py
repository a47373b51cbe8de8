"""A Gatehouse client of the Python standard library alone, written from docs/PROTOCOL.md.

    python3 client.py ws://127.0.0.1:7400 tcp://127.0.0.1:7411 --name Ann

joins a room of class `echo` as a guest. Each line typed is said to everybody in the room; what is said is printed.
When a gateway dies it goes on at the next one, and nothing is lost, doubled or out of order.
"""

import argparse
import asyncio
import struct
import sys

from backoff import pause_seconds
from connection import open_connection
from protobuf import Protobuf
from streams import LOBBY, ROOM, Stream

HELLO, WELCOME, ATTACH, OPENED, DETACHED, HEARTBEAT, GOODBYE, SESSION_ERROR = range(0x0001, 0x0009)
JOIN_OR_CREATE, LOBBY_ERROR, JOINED, LOBBY_EVENT, LOBBY_SNAPSHOT = 0x0101, 0x0108, 0x0140, 0x0180, 0x0181
SNAPSHOT, ACK, ENDED, LEAVE_ROOM, ROOM_ERROR = 0x0201, 0x0202, 0x0203, 0x0204, 0x0208
ECHO, SAY, FINISH = 0x1001, 0x1002, 0x1003  # of examples/echo
ATTACH_AGAIN_SECONDS = 0.5
COMMAND = "/finish "

protobuf = Protobuf("client.proto")


def encode_frame(frame_type, seq, payload=b""):
    return struct.pack(">HI", frame_type, seq) + payload


class Client:
    def __init__(self, urls, name, room_class):
        self.urls, self.name, self.room_class = urls, name, room_class
        self.streams = {LOBBY: Stream(LOBBY), ROOM: Stream(ROOM)}
        self.resume_token = ""
        self.connection = None
        self.over = False
        self.attempts = 0  # since the last WELCOME
        self.retry_after_seconds = 0  # as the last GOODBYE asks
        self.joining = False

    # ---- the connection and the session stream ----

    async def run(self):
        """Until the game is over or the gateway says that it is of no use to come again."""
        connections = 0
        while not self.over:
            url = self.urls[connections % len(self.urls)]
            connections += 1
            self.attempts += 1
            self.retry_after_seconds = 0
            try:
                self.connection = await open_connection(url)
            except OSError as error:
                self.print(f"cannot connect to {url}: {error}")
            else:
                await self.converse(url)
            if not self.over:
                await asyncio.sleep(pause_seconds(self.attempts, self.retry_after_seconds))

    async def converse(self, url):
        self.session_seq, self.heartbeat_seconds = 0, 10
        hello = {"protocol_version": 1, "guest_name": self.name, "resume_token": self.resume_token}
        if self.resume_token:
            hello["attach"] = [stream.attach() for stream in self.wanted()]
        self.send_session(HELLO, "Hello", hello)
        heart = asyncio.create_task(self.beat())
        while True:
            try:  # a gateway that is silent for three heartbeats is gone
                frame = await asyncio.wait_for(self.connection.receive(), 3 * self.heartbeat_seconds)
            except asyncio.TimeoutError:
                frame = None
            if frame is None:
                break
            self.receive(frame)
        heart.cancel()
        self.connection.close()
        self.connection = None
        for stream in self.streams.values():
            stream.disconnected()
        self.print(f"disconnected from {url}")

    async def beat(self):
        while True:
            await asyncio.sleep(self.heartbeat_seconds)
            self.connection.send(encode_frame(HEARTBEAT, 0))

    def send_session(self, frame_type, message, fields):
        self.session_seq += 1
        self.connection.send(encode_frame(frame_type, self.session_seq, protobuf.encode(message, fields)))

    def wanted(self):
        """The lobby always, a game room when there is one."""
        return [stream for stream in self.streams.values() if stream.kind == LOBBY or stream.room_id]

    def attach(self, stream):
        if self.connection and stream.state == "detached" and stream in self.wanted():
            self.send_session(ATTACH, "Attach", stream.attach())

    def attach_later(self, stream):
        asyncio.get_running_loop().call_later(ATTACH_AGAIN_SECONDS, self.attach, stream)

    # ---- what arrives ----

    def receive(self, frame):
        frame_type, seq = struct.unpack_from(">HI", frame)
        payload = frame[6:]
        if frame_type >> 8 == 0:
            self.receive_session(frame_type, payload)
        elif frame_type >> 8 == 1:
            self.receive_lobby(frame_type, seq, payload)
        else:
            self.receive_room(frame_type, seq, payload)

    def receive_session(self, frame_type, payload):
        if frame_type == WELCOME:
            self.welcome(protobuf.decode("Welcome", payload))
        elif frame_type == OPENED:
            self.opened(protobuf.decode("Opened", payload))
        elif frame_type == DETACHED:
            detached = protobuf.decode("Detached", payload)
            stream = self.streams[detached["stream"]]
            self.print(f"detached: {detached['why']}")
            if stream.detached(detached):
                self.attach(stream)
        elif frame_type == SESSION_ERROR:
            self.refused(protobuf.decode("Failure", payload))
        elif frame_type == GOODBYE:
            goodbye = protobuf.decode("Goodbye", payload)
            self.print(f"goodbye: {goodbye['code']} {goodbye['text']}")
            self.retry_after_seconds = goodbye["retry_after_ms"] / 1000
            self.over = self.over or 4500 <= goodbye["code"] <= 4999

    def welcome(self, welcome):
        self.attempts = 0
        if self.resume_token and not welcome["resumed"]:
            self.print("a new session: what was not acknowledged is lost")
            for stream in self.streams.values():
                stream.session_lost()
            self.joining = False
        self.resume_token = welcome["resume_token"]
        self.heartbeat_seconds = welcome["heartbeat_ms"] / 1000
        self.print(f"welcome {welcome['user_id']}")
        for stream in self.wanted():
            self.attach(stream)  # those that HELLO did not ask for

    def opened(self, opened):
        stream = self.streams[opened["stream"]]
        resend = stream.opened(opened)
        if resend is None:
            if stream.state == "detached":
                self.attach_later(stream)
            return
        self.print(f"opened {opened['room_id'] or 'the lobby'}" + (f" fresh: {opened['why']}" if opened["fresh"] else ""))
        for frame in resend:
            self.connection.send(frame)
        if stream.kind == LOBBY and stream.room_id == "" and not self.joining:
            self.joining = True
            self.send(LOBBY, JOIN_OR_CREATE, protobuf.encode("JoinOrCreate", {"room_class": self.room_class}))

    def refused(self, failure):
        self.print(f"refused: {failure['code']} {failure['message']}")
        stream = self.streams.get(failure["stream"])
        if stream is None or not stream.answers(failure):
            return  # of HELLO: GOODBYE follows; or of an older ATTACH
        stream.state = "detached"
        if failure["retryable"]:
            self.attach_later(stream)
        elif stream.kind == ROOM:
            stream.enter("")

    # ---- the lobby ----

    def receive_lobby(self, frame_type, seq, payload):
        lobby = self.streams[LOBBY]
        if frame_type == JOINED:
            joined = protobuf.decode("Joined", payload)
            lobby.acknowledge(joined["ref"])
            lobby.epoch = joined["epoch"]
            lobby.enter(joined["room"]["lobby_room_id"], mark=(joined["epoch"], joined["version"]))
            self.play(joined["room"])
        elif frame_type == LOBBY_ERROR:
            failure = protobuf.decode("Failure", payload)
            lobby.acknowledge(failure["ref"])
            self.print(f"refused: {failure['code']} {failure['message']}")
        elif frame_type == LOBBY_SNAPSHOT and lobby.accept(seq, is_snapshot=True):
            self.play(protobuf.decode("LobbyRoom", payload))
        elif frame_type == LOBBY_EVENT and lobby.accept(seq):
            event = protobuf.decode("LobbyEvent", payload)
            if event["started"]:
                self.play({"phase": "playing", "room_id": event["started"]})

    def play(self, room):
        stream = self.streams[ROOM]
        if room["phase"] == "playing" and stream.room_id != room["room_id"]:
            stream.enter(room["room_id"])
            self.attach(stream)

    # ---- the game ----

    def receive_room(self, frame_type, seq, payload):
        room = self.streams[ROOM]
        if frame_type == ACK:
            ack = protobuf.decode("Ack", payload)
            if ack["room_id"] == room.room_id:
                room.acknowledge(ack["through"])
        elif room.accept(seq, is_snapshot=frame_type == SNAPSHOT):
            self.show(frame_type, payload)

    def show(self, frame_type, payload):
        if frame_type == SNAPSHOT:
            self.print(f"in room {self.streams[ROOM].room_id}")
        elif frame_type in (ECHO, SAY):
            self.print(f"somebody says: {payload.decode('utf-8', 'replace')}")
        elif frame_type == ENDED:
            ended = protobuf.decode("Ended", payload)
            self.print(f"the game is over: {ended['why']} {ended['result'].decode('utf-8', 'replace')}")
            self.streams[ROOM].enter("")
        elif frame_type == ROOM_ERROR:
            self.print(f"the room refused: {protobuf.decode('Failure', payload)['code']}")

    # ---- what is sent ----

    def send(self, kind, frame_type, payload):
        """Numbered and kept; sent now if the stream is open, else when it opens."""
        stream = self.streams[kind]
        frame = stream.number(lambda seq: encode_frame(frame_type, seq, payload))
        if self.connection and stream.state in ("open", "waiting for the snapshot"):
            self.connection.send(frame)

    async def say_lines(self, lines):
        """What is typed before there is a room is said in the first one."""
        while line := (await lines.readline()).decode().rstrip("\n"):
            while not self.streams[ROOM].room_id:
                await asyncio.sleep(0.05)
            if line.startswith(COMMAND):
                self.send(ROOM, FINISH, line[len(COMMAND) :].encode())
            else:
                self.send(ROOM, SAY, line.encode())

    def print(self, text):
        print(text, flush=True)


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("urls", nargs="+", help="gateways: ws://host:port or tcp://host:port")
    parser.add_argument("--name", default="Python")
    parser.add_argument("--room-class", default="echo")
    arguments = parser.parse_args()
    client = Client(arguments.urls, arguments.name, arguments.room_class)
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    said = asyncio.create_task(client.say_lines(lines))
    await client.run()
    said.cancel()


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
