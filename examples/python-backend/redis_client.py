"""Two connections to Redis, as much of its protocol (RESP) as a backend needs. Both come back after an outage."""

import asyncio
import urllib.parse

RETRY_SECONDS = 0.5


class RedisError(Exception):
    """Redis answered with an error, such as LOADING after its restart or NOAUTH."""


OUTAGES = (OSError, asyncio.IncompleteReadError, RedisError)


class RedisConnection:
    """One connection; commands are answered in order, one at a time."""

    @classmethod
    async def open(cls, url):
        parts = urllib.parse.urlsplit(url)
        self = cls()
        self.reader, self.writer = await asyncio.open_connection(parts.hostname, parts.port or 6379)
        if parts.password:
            words = ["AUTH", parts.username, parts.password] if parts.username else ["AUTH", parts.password]
            await self.ask(*words)
        return self

    async def ask(self, *words):
        self.send(*words)
        return await self.read()

    def send(self, *words):
        encoded = [word if isinstance(word, bytes) else str(word).encode("utf-8") for word in words]
        parts = [b"*%d\r\n" % len(encoded)] + [b"$%d\r\n%s\r\n" % (len(word), word) for word in encoded]
        self.writer.write(b"".join(parts))

    async def read(self):
        line = (await self.reader.readuntil(b"\r\n"))[:-2]
        kind, rest = line[:1], line[1:]
        if kind == b"-":
            raise RedisError(rest.decode())
        if kind == b":":
            return int(rest)
        if kind == b"$":
            return None if rest == b"-1" else (await self.reader.readexactly(int(rest) + 2))[:-2].decode("utf-8")
        if kind == b"*":
            return [await self.read() for _ in range(int(rest))]
        return rest.decode("utf-8")

    def close(self):
        self.writer.close()


class Redis:
    """Commands for a whole program: they wait while Redis is away."""

    def __init__(self, url):
        self.url, self.connection, self.lock = url, None, asyncio.Lock()

    async def __call__(self, *words):
        async with self.lock:
            while True:
                try:
                    if self.connection is None:
                        self.connection = await RedisConnection.open(self.url)
                    return await self.connection.ask(*words)
                except OUTAGES as error:
                    print(f"Redis: no answer to {words[0]}: {error!r}", flush=True)
                    if self.connection is not None:
                        self.connection.close()
                    self.connection = None
                    await asyncio.sleep(RETRY_SECONDS)


async def subscribe(url, channel, heard):
    """Calls `heard` with each message, and with None whenever messages may have been missed. Never returns."""
    while True:
        try:
            connection = await RedisConnection.open(url)
            await connection.ask("SUBSCRIBE", channel)
            heard(None)
            while True:
                kind, _, message = await connection.read()
                if kind == "message":
                    heard(message)
        except OUTAGES as error:
            print(f"Redis: not subscribed to {channel}: {error!r}", flush=True)
            await asyncio.sleep(RETRY_SECONDS)
