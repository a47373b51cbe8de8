"""A Gatehouse game server of the Python standard library alone, written from docs/PROTOCOL.md.

    CLUSTER_SECRET=… REDIS_URL=redis://127.0.0.1:6379 SERVER_NAME=python python3 backend.py

registers itself, answers health checks, and runs rooms of class `echo`. SIGUSR1 makes it stop acknowledging (and
begin again), to see what gateways do about it.
"""

import asyncio
import os
import signal
import time
import uuid

from link import CLOSE, DATA, OPEN, PING, PONG, REPLY, REQUEST, Link, Refused, protobuf
from redis_client import Redis, subscribe
from room import Room

REPORT_SECONDS = 3
CAPACITY = 100


class Backend:
    def __init__(self, redis_url, secret, namespace, name, host, port, health_seconds):
        self.redis_url, self.secret = redis_url, secret
        self.namespace, self.id = namespace, f"{namespace}:Game:{name}"
        self.host, self.port = host, port
        self.patience_seconds = 2 * health_seconds  # five pings of a gateway
        self.redis = Redis(redis_url)
        self.incarnation = uuid.uuid4().hex
        self.started_at = int(time.time() * 1000)
        self.acknowledging = True
        self.reported = None
        self.rooms = {}
        self.links = set()

    async def run(self):
        server = await asyncio.start_server(self.accept, self.host, self.port)
        self.port = server.sockets[0].getsockname()[1]
        subscription = asyncio.create_task(subscribe(self.redis_url, self.id, self.hear))
        await self.register()
        print(f"{self.id} listens on {self.host}:{self.port}", flush=True)
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for signal_number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(signal_number, stop.set)
        loop.add_signal_handler(signal.SIGUSR1, self.toggle_acknowledging)
        reports = asyncio.create_task(self.report_for_ever())
        await stop.wait()
        for task in (reports, subscription):
            task.cancel()
        await self.leave()
        for link in self.links:
            link.writer.close()

    # ---- the registry: three duties ----

    async def register(self):
        """1. The whole hash, the list of servers, and one event: gateways dial."""
        fields = {"type": "Game", "address": f"{self.host}:{self.port}", "incarnation": self.incarnation}
        fields |= {"capacity": CAPACITY, "rooms": "echo", "version": "python", "startedAt": self.started_at}
        fields |= self.counts()
        await self.redis("HSET", self.id, *[word for pair in fields.items() for word in pair])
        await self.redis("SADD", f"{self.namespace}:servers", self.id)
        await self.redis("PUBLISH", f"{self.namespace}:events", f"open {self.id} {self.incarnation}")

    def hear(self, message):
        """2. `testing` is answered by the loop that runs the rooms: this one. After a gap we answer unasked."""
        if message in ("testing", None) and self.acknowledging:
            asyncio.create_task(self.redis("HSET", self.id, "check", "update"))

    async def report_for_ever(self):
        """3. The counts: every 3 s here, and at once when they change."""
        while True:
            await asyncio.sleep(REPORT_SECONDS)
            for room in list(self.rooms.values()):
                room.age()
            await self.report()

    async def report(self):
        address, incarnation, state = await self.redis("HMGET", self.id, "address", "incarnation", "state")
        if address is None:
            await self.register()  # Redis has lost its data
        elif incarnation != self.incarnation:
            print(f"{self.id} is somebody else's now", flush=True)
            os._exit(1)
        elif state == "lost":
            self.start_anew()
            await self.register()
        else:
            self.reported = self.counts()
            await self.redis("HSET", self.id, *[word for pair in self.reported.items() for word in pair])

    def report_soon(self):
        if self.counts() != self.reported:
            self.reported = self.counts()
            asyncio.create_task(self.report())

    def counts(self):
        return {"games": len(self.rooms), "users": sum(room.present for room in self.rooms.values())}

    def start_anew(self):
        """We were declared lost: gateways have ended our rooms already."""
        for room in list(self.rooms.values()):
            room.end(b"")
        self.incarnation = uuid.uuid4().hex

    async def leave(self):
        await self.redis("DEL", self.id)
        await self.redis("SREM", f"{self.namespace}:servers", self.id)
        await self.redis("PUBLISH", f"{self.namespace}:events", f"close {self.id} {self.incarnation}")

    def toggle_acknowledging(self):
        self.acknowledging = not self.acknowledging
        print("acknowledging" if self.acknowledging else "not acknowledging", flush=True)

    # ---- links ----

    async def accept(self, reader, writer):
        link = Link(reader, writer)
        self.links.add(link)
        try:
            gateway = await link.shake_hands(self.secret, self.id, self.incarnation)
            print(f"linked with {gateway}", flush=True)
            while True:
                self.receive(link, *await asyncio.wait_for(link.read(), self.patience_seconds))
        except Refused as error:
            print(f"link refused: {error}", flush=True)
        except asyncio.TimeoutError:
            print("link closed: a silent gateway is gone", flush=True)
        except (OSError, asyncio.IncompleteReadError):
            pass  # the gateway is gone
        finally:
            self.links.discard(link)
            for room, seat in link.channels.values():
                room.closed(seat)
            writer.close()

    def receive(self, link, op, channel, body):
        if op == DATA:
            room, seat = link.channels.get(channel, (None, None))
            if room:
                room.receive(seat, body)
        elif op == PING:
            link.send(PONG, channel)
        elif op == OPEN:
            self.open(link, channel, protobuf.decode("LinkOpen", body))
        elif op == CLOSE:
            room, seat = link.channels.pop(channel, (None, None))
            if room:
                room.closed(seat)
        elif op == REQUEST:
            self.answer(link, protobuf.decode("LinkRequest", body))

    def open(self, link, channel, request):
        room = self.rooms.get(request["room_id"])
        if room:
            room.open(link, channel, request)
        else:
            link.close_channel(channel, "NO_SUCH_ROOM")

    def answer(self, link, request):
        error, reply = "UNKNOWN_TYPE", {"id": request["id"]}
        if request["join_server"]:
            error = self.join_server(request["join_server"])
        if error:
            reply |= {"error_code": error, "error_message": "refused by the Python backend"}
            link.send_message(REPLY, 0, "LinkReply", reply)
        else:
            # Our count of games includes the room before the gateway drops its reservation.
            asyncio.create_task(self.reply_joined(link, reply))

    async def reply_joined(self, link, reply):
        await self.report()
        link.send_message(REPLY, 0, "LinkReply", reply | {"join_server": {"max_players": Room.MAX_PLAYERS}})

    def join_server(self, request):
        """JOIN_SERVER_REQUEST: runs the room, or adds seats to it. The code of an error, or None."""
        room = self.rooms.get(request["room_id"])
        if room and room.epoch < request["epoch"]:
            room.end(b"")  # it was placed anew; this one is over
            room = None
        if room is None:
            if request["room_class"] != "echo":
                return "UNKNOWN_ROOM_CLASS"
            if len(self.rooms) >= CAPACITY:
                return "NO_GAME_SERVER"
            room = self.rooms[request["room_id"]] = Room(request, self.report_soon, self.room_over)
        return None if room.reserve(request["users"]) else "ROOM_FULL"

    def room_over(self, room):
        if self.rooms.get(room.room_id) is room:
            del self.rooms[room.room_id]
            self.report_soon()


def main():
    environment = os.environ
    host, secret = environment.get("LINK_HOST", "127.0.0.1"), environment.get("CLUSTER_SECRET", "")
    if host not in ("127.0.0.1", "::1", "localhost") and len(secret) < 32:
        raise SystemExit(f"CLUSTER_SECRET must have at least 32 bytes: LINK_HOST is {host}")
    backend = Backend(
        redis_url=environment.get("REDIS_URL", "redis://127.0.0.1:6379"),
        secret=secret,
        namespace=environment.get("NAMESPACE", "gh"),
        name=environment.get("SERVER_NAME", "python"),
        host=host,
        port=int(environment.get("LINK_PORT", "0")),
        health_seconds=int(environment.get("HEALTH_INTERVAL_MS", "5000")) / 1000,
    )
    asyncio.run(backend.run())


if __name__ == "__main__":
    main()
