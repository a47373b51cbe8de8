import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace gatehouse. */
export namespace gatehouse {

    /** StreamKind enum. */
    enum StreamKind {

        /** STREAM_UNSPECIFIED value */
        STREAM_UNSPECIFIED = 0,

        /** STREAM_LOBBY value */
        STREAM_LOBBY = 1,

        /** STREAM_ROOM value */
        STREAM_ROOM = 2
    }

    /**
     * Properties of a Mark.
     * @deprecated Use gatehouse.Mark.$Properties instead.
     */
    interface IMark extends gatehouse.Mark.$Properties {
    }

    /** Represents a Mark. */
    class Mark {

        /**
         * Constructs a new Mark.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Mark.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Mark epoch. */
        epoch: number;

        /** Mark number. */
        number: number;

        /**
         * Creates a new Mark instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Mark instance
         */
        static create(properties: gatehouse.Mark.$Shape): gatehouse.Mark & gatehouse.Mark.$Shape;
        static create(properties?: gatehouse.Mark.$Properties): gatehouse.Mark;

        /**
         * Encodes the specified Mark message. Does not implicitly {@link gatehouse.Mark.verify|verify} messages.
         * @param message Mark message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Mark.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Mark message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Mark & gatehouse.Mark.$Shape} Mark
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Mark & gatehouse.Mark.$Shape;
    }

    namespace Mark {

        /** Properties of a Mark. */
        interface $Properties {

            /** Mark epoch */
            epoch?: (number|null);

            /** Mark number */
            number?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Mark. */
        type $Shape = gatehouse.Mark.$Properties;
    }

    /**
     * Properties of a Hello.
     * @deprecated Use gatehouse.Hello.$Properties instead.
     */
    interface IHello extends gatehouse.Hello.$Properties {
    }

    /** Represents a Hello. */
    class Hello {

        /**
         * Constructs a new Hello.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Hello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Hello protocolVersion. */
        protocolVersion: number;

        /** Hello token. */
        token: string;

        /** Hello guestName. */
        guestName: string;

        /** Hello resumeToken. */
        resumeToken: string;

        /** Hello attach. */
        attach: gatehouse.Attach.$Properties[];

        /**
         * Creates a new Hello instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Hello instance
         */
        static create(properties: gatehouse.Hello.$Shape): gatehouse.Hello & gatehouse.Hello.$Shape;
        static create(properties?: gatehouse.Hello.$Properties): gatehouse.Hello;

        /**
         * Encodes the specified Hello message. Does not implicitly {@link gatehouse.Hello.verify|verify} messages.
         * @param message Hello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Hello & gatehouse.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Hello & gatehouse.Hello.$Shape;
    }

    namespace Hello {

        /** Properties of a Hello. */
        interface $Properties {

            /** Hello protocolVersion */
            protocolVersion?: (number|null);

            /** Hello token */
            token?: (string|null);

            /** Hello guestName */
            guestName?: (string|null);

            /** Hello resumeToken */
            resumeToken?: (string|null);

            /** Hello attach */
            attach?: (gatehouse.Attach.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Hello. */
        type $Shape = gatehouse.Hello.$Properties;
    }

    /**
     * Properties of a Welcome.
     * @deprecated Use gatehouse.Welcome.$Properties instead.
     */
    interface IWelcome extends gatehouse.Welcome.$Properties {
    }

    /** Represents a Welcome. */
    class Welcome {

        /**
         * Constructs a new Welcome.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Welcome.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Welcome userId. */
        userId: string;

        /** Welcome sessionId. */
        sessionId: string;

        /** Welcome resumeToken. */
        resumeToken: string;

        /** Welcome heartbeatMs. */
        heartbeatMs: number;

        /** Welcome limits. */
        limits?: (gatehouse.Limits.$Properties|null);

        /** Welcome location. */
        location?: (gatehouse.Location.$Properties|null);

        /** Welcome name. */
        name: string;

        /** Welcome resumed. */
        resumed: boolean;

        /**
         * Creates a new Welcome instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Welcome instance
         */
        static create(properties: gatehouse.Welcome.$Shape): gatehouse.Welcome & gatehouse.Welcome.$Shape;
        static create(properties?: gatehouse.Welcome.$Properties): gatehouse.Welcome;

        /**
         * Encodes the specified Welcome message. Does not implicitly {@link gatehouse.Welcome.verify|verify} messages.
         * @param message Welcome message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Welcome message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Welcome & gatehouse.Welcome.$Shape} Welcome
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Welcome & gatehouse.Welcome.$Shape;
    }

    namespace Welcome {

        /** Properties of a Welcome. */
        interface $Properties {

            /** Welcome userId */
            userId?: (string|null);

            /** Welcome sessionId */
            sessionId?: (string|null);

            /** Welcome resumeToken */
            resumeToken?: (string|null);

            /** Welcome heartbeatMs */
            heartbeatMs?: (number|null);

            /** Welcome limits */
            limits?: (gatehouse.Limits.$Properties|null);

            /** Welcome location */
            location?: (gatehouse.Location.$Properties|null);

            /** Welcome name */
            name?: (string|null);

            /** Welcome resumed */
            resumed?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Welcome. */
        type $Shape = gatehouse.Welcome.$Properties;
    }

    /**
     * Properties of a Limits.
     * @deprecated Use gatehouse.Limits.$Properties instead.
     */
    interface ILimits extends gatehouse.Limits.$Properties {
    }

    /** Represents a Limits. */
    class Limits {

        /**
         * Constructs a new Limits.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Limits.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Limits maxFrameBytes. */
        maxFrameBytes: number;

        /** Limits maxRetainedBytes. */
        maxRetainedBytes: number;

        /**
         * Creates a new Limits instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Limits instance
         */
        static create(properties: gatehouse.Limits.$Shape): gatehouse.Limits & gatehouse.Limits.$Shape;
        static create(properties?: gatehouse.Limits.$Properties): gatehouse.Limits;

        /**
         * Encodes the specified Limits message. Does not implicitly {@link gatehouse.Limits.verify|verify} messages.
         * @param message Limits message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Limits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Limits message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Limits & gatehouse.Limits.$Shape} Limits
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Limits & gatehouse.Limits.$Shape;
    }

    namespace Limits {

        /** Properties of a Limits. */
        interface $Properties {

            /** Limits maxFrameBytes */
            maxFrameBytes?: (number|null);

            /** Limits maxRetainedBytes */
            maxRetainedBytes?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Limits. */
        type $Shape = gatehouse.Limits.$Properties;
    }

    /**
     * Properties of a Location.
     * @deprecated Use gatehouse.Location.$Properties instead.
     */
    interface ILocation extends gatehouse.Location.$Properties {
    }

    /** Represents a Location. */
    class Location {

        /**
         * Constructs a new Location.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Location.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Location lobbyRoomId. */
        lobbyRoomId: string;

        /** Location roomId. */
        roomId: string;

        /**
         * Creates a new Location instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Location instance
         */
        static create(properties: gatehouse.Location.$Shape): gatehouse.Location & gatehouse.Location.$Shape;
        static create(properties?: gatehouse.Location.$Properties): gatehouse.Location;

        /**
         * Encodes the specified Location message. Does not implicitly {@link gatehouse.Location.verify|verify} messages.
         * @param message Location message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Location.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Location message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Location & gatehouse.Location.$Shape} Location
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Location & gatehouse.Location.$Shape;
    }

    namespace Location {

        /** Properties of a Location. */
        interface $Properties {

            /** Location lobbyRoomId */
            lobbyRoomId?: (string|null);

            /** Location roomId */
            roomId?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Location. */
        type $Shape = gatehouse.Location.$Properties;
    }

    /**
     * Properties of an Attach.
     * @deprecated Use gatehouse.Attach.$Properties instead.
     */
    interface IAttach extends gatehouse.Attach.$Properties {
    }

    /** Represents an Attach. */
    class Attach {

        /**
         * Constructs a new Attach.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Attach.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Attach stream. */
        stream: gatehouse.StreamKind;

        /** Attach roomId. */
        roomId: string;

        /** Attach mark. */
        mark?: (gatehouse.Mark.$Properties|null);

        /** Attach first. */
        first: number;

        /** Attach turn. */
        turn: number;

        /**
         * Creates a new Attach instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Attach instance
         */
        static create(properties: gatehouse.Attach.$Shape): gatehouse.Attach & gatehouse.Attach.$Shape;
        static create(properties?: gatehouse.Attach.$Properties): gatehouse.Attach;

        /**
         * Encodes the specified Attach message. Does not implicitly {@link gatehouse.Attach.verify|verify} messages.
         * @param message Attach message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Attach.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Attach message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Attach & gatehouse.Attach.$Shape} Attach
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Attach & gatehouse.Attach.$Shape;
    }

    namespace Attach {

        /** Properties of an Attach. */
        interface $Properties {

            /** Attach stream */
            stream?: (gatehouse.StreamKind|null);

            /** Attach roomId */
            roomId?: (string|null);

            /** Attach mark */
            mark?: (gatehouse.Mark.$Properties|null);

            /** Attach first */
            first?: (number|null);

            /** Attach turn */
            turn?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Attach. */
        type $Shape = gatehouse.Attach.$Properties;
    }

    /**
     * Properties of an Opened.
     * @deprecated Use gatehouse.Opened.$Properties instead.
     */
    interface IOpened extends gatehouse.Opened.$Properties {
    }

    /** Represents an Opened. */
    class Opened {

        /**
         * Constructs a new Opened.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Opened.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Opened stream. */
        stream: gatehouse.StreamKind;

        /** Opened roomId. */
        roomId: string;

        /** Opened epoch. */
        epoch: number;

        /** Opened have. */
        have: number;

        /** Opened fresh. */
        fresh: boolean;

        /** Opened why. */
        why: string;

        /** Opened through. */
        through: number;

        /** Opened lost. */
        lost: number;

        /** Opened turn. */
        turn: number;

        /**
         * Creates a new Opened instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Opened instance
         */
        static create(properties: gatehouse.Opened.$Shape): gatehouse.Opened & gatehouse.Opened.$Shape;
        static create(properties?: gatehouse.Opened.$Properties): gatehouse.Opened;

        /**
         * Encodes the specified Opened message. Does not implicitly {@link gatehouse.Opened.verify|verify} messages.
         * @param message Opened message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Opened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Opened message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Opened & gatehouse.Opened.$Shape} Opened
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Opened & gatehouse.Opened.$Shape;
    }

    namespace Opened {

        /** Properties of an Opened. */
        interface $Properties {

            /** Opened stream */
            stream?: (gatehouse.StreamKind|null);

            /** Opened roomId */
            roomId?: (string|null);

            /** Opened epoch */
            epoch?: (number|null);

            /** Opened have */
            have?: (number|null);

            /** Opened fresh */
            fresh?: (boolean|null);

            /** Opened why */
            why?: (string|null);

            /** Opened through */
            through?: (number|null);

            /** Opened lost */
            lost?: (number|null);

            /** Opened turn */
            turn?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Opened. */
        type $Shape = gatehouse.Opened.$Properties;
    }

    /**
     * Properties of a Detached.
     * @deprecated Use gatehouse.Detached.$Properties instead.
     */
    interface IDetached extends gatehouse.Detached.$Properties {
    }

    /** Represents a Detached. */
    class Detached {

        /**
         * Constructs a new Detached.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Detached.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Detached stream. */
        stream: gatehouse.StreamKind;

        /** Detached roomId. */
        roomId: string;

        /** Detached turn. */
        turn: number;

        /** Detached why. */
        why: string;

        /**
         * Creates a new Detached instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Detached instance
         */
        static create(properties: gatehouse.Detached.$Shape): gatehouse.Detached & gatehouse.Detached.$Shape;
        static create(properties?: gatehouse.Detached.$Properties): gatehouse.Detached;

        /**
         * Encodes the specified Detached message. Does not implicitly {@link gatehouse.Detached.verify|verify} messages.
         * @param message Detached message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Detached.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Detached message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Detached & gatehouse.Detached.$Shape} Detached
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Detached & gatehouse.Detached.$Shape;
    }

    namespace Detached {

        /** Properties of a Detached. */
        interface $Properties {

            /** Detached stream */
            stream?: (gatehouse.StreamKind|null);

            /** Detached roomId */
            roomId?: (string|null);

            /** Detached turn */
            turn?: (number|null);

            /** Detached why */
            why?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Detached. */
        type $Shape = gatehouse.Detached.$Properties;
    }

    /**
     * Properties of a Failure.
     * @deprecated Use gatehouse.Failure.$Properties instead.
     */
    interface IFailure extends gatehouse.Failure.$Properties {
    }

    /** Represents a Failure. */
    class Failure {

        /**
         * Constructs a new Failure.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Failure.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Failure code. */
        code: string;

        /** Failure message. */
        message: string;

        /** Failure retryable. */
        retryable: boolean;

        /** Failure ref. */
        ref: number;

        /** Failure stream. */
        stream: gatehouse.StreamKind;

        /** Failure roomId. */
        roomId: string;

        /** Failure result. */
        result: Uint8Array;

        /** Failure turn. */
        turn: number;

        /** Failure reason. */
        reason: string;

        /**
         * Creates a new Failure instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Failure instance
         */
        static create(properties: gatehouse.Failure.$Shape): gatehouse.Failure & gatehouse.Failure.$Shape;
        static create(properties?: gatehouse.Failure.$Properties): gatehouse.Failure;

        /**
         * Encodes the specified Failure message. Does not implicitly {@link gatehouse.Failure.verify|verify} messages.
         * @param message Failure message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Failure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Failure message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Failure & gatehouse.Failure.$Shape} Failure
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Failure & gatehouse.Failure.$Shape;
    }

    namespace Failure {

        /** Properties of a Failure. */
        interface $Properties {

            /** Failure code */
            code?: (string|null);

            /** Failure message */
            message?: (string|null);

            /** Failure retryable */
            retryable?: (boolean|null);

            /** Failure ref */
            ref?: (number|null);

            /** Failure stream */
            stream?: (gatehouse.StreamKind|null);

            /** Failure roomId */
            roomId?: (string|null);

            /** Failure result */
            result?: (Uint8Array|null);

            /** Failure turn */
            turn?: (number|null);

            /** Failure reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Failure. */
        type $Shape = gatehouse.Failure.$Properties;
    }

    /**
     * Properties of a Goodbye.
     * @deprecated Use gatehouse.Goodbye.$Properties instead.
     */
    interface IGoodbye extends gatehouse.Goodbye.$Properties {
    }

    /** Represents a Goodbye. */
    class Goodbye {

        /**
         * Constructs a new Goodbye.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Goodbye.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Goodbye code. */
        code: number;

        /** Goodbye text. */
        text: string;

        /** Goodbye retryAfterMs. */
        retryAfterMs: number;

        /** Goodbye url. */
        url: string;

        /**
         * Creates a new Goodbye instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Goodbye instance
         */
        static create(properties: gatehouse.Goodbye.$Shape): gatehouse.Goodbye & gatehouse.Goodbye.$Shape;
        static create(properties?: gatehouse.Goodbye.$Properties): gatehouse.Goodbye;

        /**
         * Encodes the specified Goodbye message. Does not implicitly {@link gatehouse.Goodbye.verify|verify} messages.
         * @param message Goodbye message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Goodbye.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Goodbye message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Goodbye & gatehouse.Goodbye.$Shape} Goodbye
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Goodbye & gatehouse.Goodbye.$Shape;
    }

    namespace Goodbye {

        /** Properties of a Goodbye. */
        interface $Properties {

            /** Goodbye code */
            code?: (number|null);

            /** Goodbye text */
            text?: (string|null);

            /** Goodbye retryAfterMs */
            retryAfterMs?: (number|null);

            /** Goodbye url */
            url?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Goodbye. */
        type $Shape = gatehouse.Goodbye.$Properties;
    }

    /**
     * Properties of a JoinOrCreate.
     * @deprecated Use gatehouse.JoinOrCreate.$Properties instead.
     */
    interface IJoinOrCreate extends gatehouse.JoinOrCreate.$Properties {
    }

    /** Represents a JoinOrCreate. */
    class JoinOrCreate {

        /**
         * Constructs a new JoinOrCreate.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.JoinOrCreate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JoinOrCreate roomClass. */
        roomClass: string;

        /** JoinOrCreate options. */
        options: string;

        /** JoinOrCreate playerOptions. */
        playerOptions: string;

        /**
         * Creates a new JoinOrCreate instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JoinOrCreate instance
         */
        static create(properties: gatehouse.JoinOrCreate.$Shape): gatehouse.JoinOrCreate & gatehouse.JoinOrCreate.$Shape;
        static create(properties?: gatehouse.JoinOrCreate.$Properties): gatehouse.JoinOrCreate;

        /**
         * Encodes the specified JoinOrCreate message. Does not implicitly {@link gatehouse.JoinOrCreate.verify|verify} messages.
         * @param message JoinOrCreate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.JoinOrCreate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JoinOrCreate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.JoinOrCreate & gatehouse.JoinOrCreate.$Shape} JoinOrCreate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.JoinOrCreate & gatehouse.JoinOrCreate.$Shape;
    }

    namespace JoinOrCreate {

        /** Properties of a JoinOrCreate. */
        interface $Properties {

            /** JoinOrCreate roomClass */
            roomClass?: (string|null);

            /** JoinOrCreate options */
            options?: (string|null);

            /** JoinOrCreate playerOptions */
            playerOptions?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JoinOrCreate. */
        type $Shape = gatehouse.JoinOrCreate.$Properties;
    }

    /**
     * Properties of a CreateLobbyRoom.
     * @deprecated Use gatehouse.CreateLobbyRoom.$Properties instead.
     */
    interface ICreateLobbyRoom extends gatehouse.CreateLobbyRoom.$Properties {
    }

    /** Represents a CreateLobbyRoom. */
    class CreateLobbyRoom {

        /**
         * Constructs a new CreateLobbyRoom.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.CreateLobbyRoom.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CreateLobbyRoom roomClass. */
        roomClass: string;

        /** CreateLobbyRoom options. */
        options: string;

        /** CreateLobbyRoom maxMembers. */
        maxMembers: number;

        /** CreateLobbyRoom name. */
        name: string;

        /** CreateLobbyRoom metadata. */
        metadata: string;

        /** CreateLobbyRoom unlisted. */
        unlisted: boolean;

        /** CreateLobbyRoom password. */
        password: string;

        /** CreateLobbyRoom playerOptions. */
        playerOptions: string;

        /**
         * Creates a new CreateLobbyRoom instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CreateLobbyRoom instance
         */
        static create(properties: gatehouse.CreateLobbyRoom.$Shape): gatehouse.CreateLobbyRoom & gatehouse.CreateLobbyRoom.$Shape;
        static create(properties?: gatehouse.CreateLobbyRoom.$Properties): gatehouse.CreateLobbyRoom;

        /**
         * Encodes the specified CreateLobbyRoom message. Does not implicitly {@link gatehouse.CreateLobbyRoom.verify|verify} messages.
         * @param message CreateLobbyRoom message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.CreateLobbyRoom.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CreateLobbyRoom message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.CreateLobbyRoom & gatehouse.CreateLobbyRoom.$Shape} CreateLobbyRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.CreateLobbyRoom & gatehouse.CreateLobbyRoom.$Shape;
    }

    namespace CreateLobbyRoom {

        /** Properties of a CreateLobbyRoom. */
        interface $Properties {

            /** CreateLobbyRoom roomClass */
            roomClass?: (string|null);

            /** CreateLobbyRoom options */
            options?: (string|null);

            /** CreateLobbyRoom maxMembers */
            maxMembers?: (number|null);

            /** CreateLobbyRoom name */
            name?: (string|null);

            /** CreateLobbyRoom metadata */
            metadata?: (string|null);

            /** CreateLobbyRoom unlisted */
            unlisted?: (boolean|null);

            /** CreateLobbyRoom password */
            password?: (string|null);

            /** CreateLobbyRoom playerOptions */
            playerOptions?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CreateLobbyRoom. */
        type $Shape = gatehouse.CreateLobbyRoom.$Properties;
    }

    /**
     * Properties of a JoinLobbyRoom.
     * @deprecated Use gatehouse.JoinLobbyRoom.$Properties instead.
     */
    interface IJoinLobbyRoom extends gatehouse.JoinLobbyRoom.$Properties {
    }

    /** Represents a JoinLobbyRoom. */
    class JoinLobbyRoom {

        /**
         * Constructs a new JoinLobbyRoom.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.JoinLobbyRoom.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JoinLobbyRoom lobbyRoomId. */
        lobbyRoomId: string;

        /** JoinLobbyRoom password. */
        password: string;

        /** JoinLobbyRoom spectator. */
        spectator: boolean;

        /** JoinLobbyRoom playerOptions. */
        playerOptions: string;

        /**
         * Creates a new JoinLobbyRoom instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JoinLobbyRoom instance
         */
        static create(properties: gatehouse.JoinLobbyRoom.$Shape): gatehouse.JoinLobbyRoom & gatehouse.JoinLobbyRoom.$Shape;
        static create(properties?: gatehouse.JoinLobbyRoom.$Properties): gatehouse.JoinLobbyRoom;

        /**
         * Encodes the specified JoinLobbyRoom message. Does not implicitly {@link gatehouse.JoinLobbyRoom.verify|verify} messages.
         * @param message JoinLobbyRoom message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.JoinLobbyRoom.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JoinLobbyRoom message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.JoinLobbyRoom & gatehouse.JoinLobbyRoom.$Shape} JoinLobbyRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.JoinLobbyRoom & gatehouse.JoinLobbyRoom.$Shape;
    }

    namespace JoinLobbyRoom {

        /** Properties of a JoinLobbyRoom. */
        interface $Properties {

            /** JoinLobbyRoom lobbyRoomId */
            lobbyRoomId?: (string|null);

            /** JoinLobbyRoom password */
            password?: (string|null);

            /** JoinLobbyRoom spectator */
            spectator?: (boolean|null);

            /** JoinLobbyRoom playerOptions */
            playerOptions?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JoinLobbyRoom. */
        type $Shape = gatehouse.JoinLobbyRoom.$Properties;
    }

    /**
     * Properties of a LeaveLobbyRoom.
     * @deprecated Use gatehouse.LeaveLobbyRoom.$Properties instead.
     */
    interface ILeaveLobbyRoom extends gatehouse.LeaveLobbyRoom.$Properties {
    }

    /** Represents a LeaveLobbyRoom. */
    class LeaveLobbyRoom {

        /**
         * Constructs a new LeaveLobbyRoom.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LeaveLobbyRoom.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new LeaveLobbyRoom instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LeaveLobbyRoom instance
         */
        static create(properties: gatehouse.LeaveLobbyRoom.$Shape): gatehouse.LeaveLobbyRoom & gatehouse.LeaveLobbyRoom.$Shape;
        static create(properties?: gatehouse.LeaveLobbyRoom.$Properties): gatehouse.LeaveLobbyRoom;

        /**
         * Encodes the specified LeaveLobbyRoom message. Does not implicitly {@link gatehouse.LeaveLobbyRoom.verify|verify} messages.
         * @param message LeaveLobbyRoom message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LeaveLobbyRoom.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LeaveLobbyRoom message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LeaveLobbyRoom & gatehouse.LeaveLobbyRoom.$Shape} LeaveLobbyRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LeaveLobbyRoom & gatehouse.LeaveLobbyRoom.$Shape;
    }

    namespace LeaveLobbyRoom {

        /** Properties of a LeaveLobbyRoom. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LeaveLobbyRoom. */
        type $Shape = gatehouse.LeaveLobbyRoom.$Properties;
    }

    /**
     * Properties of a ListLobbyRooms.
     * @deprecated Use gatehouse.ListLobbyRooms.$Properties instead.
     */
    interface IListLobbyRooms extends gatehouse.ListLobbyRooms.$Properties {
    }

    /** Represents a ListLobbyRooms. */
    class ListLobbyRooms {

        /**
         * Constructs a new ListLobbyRooms.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.ListLobbyRooms.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ListLobbyRooms roomClass. */
        roomClass: string;

        /** ListLobbyRooms limit. */
        limit: number;

        /** ListLobbyRooms after. */
        after: string;

        /** ListLobbyRooms phase. */
        phase: string;

        /** ListLobbyRooms metadata. */
        metadata: string;

        /** ListLobbyRooms hasPlace. */
        hasPlace: boolean;

        /** ListLobbyRooms text. */
        text: string;

        /**
         * Creates a new ListLobbyRooms instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ListLobbyRooms instance
         */
        static create(properties: gatehouse.ListLobbyRooms.$Shape): gatehouse.ListLobbyRooms & gatehouse.ListLobbyRooms.$Shape;
        static create(properties?: gatehouse.ListLobbyRooms.$Properties): gatehouse.ListLobbyRooms;

        /**
         * Encodes the specified ListLobbyRooms message. Does not implicitly {@link gatehouse.ListLobbyRooms.verify|verify} messages.
         * @param message ListLobbyRooms message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.ListLobbyRooms.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ListLobbyRooms message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.ListLobbyRooms & gatehouse.ListLobbyRooms.$Shape} ListLobbyRooms
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.ListLobbyRooms & gatehouse.ListLobbyRooms.$Shape;
    }

    namespace ListLobbyRooms {

        /** Properties of a ListLobbyRooms. */
        interface $Properties {

            /** ListLobbyRooms roomClass */
            roomClass?: (string|null);

            /** ListLobbyRooms limit */
            limit?: (number|null);

            /** ListLobbyRooms after */
            after?: (string|null);

            /** ListLobbyRooms phase */
            phase?: (string|null);

            /** ListLobbyRooms metadata */
            metadata?: (string|null);

            /** ListLobbyRooms hasPlace */
            hasPlace?: (boolean|null);

            /** ListLobbyRooms text */
            text?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ListLobbyRooms. */
        type $Shape = gatehouse.ListLobbyRooms.$Properties;
    }

    /**
     * Properties of a SetReady.
     * @deprecated Use gatehouse.SetReady.$Properties instead.
     */
    interface ISetReady extends gatehouse.SetReady.$Properties {
    }

    /** Represents a SetReady. */
    class SetReady {

        /**
         * Constructs a new SetReady.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.SetReady.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SetReady ready. */
        ready: boolean;

        /**
         * Creates a new SetReady instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SetReady instance
         */
        static create(properties: gatehouse.SetReady.$Shape): gatehouse.SetReady & gatehouse.SetReady.$Shape;
        static create(properties?: gatehouse.SetReady.$Properties): gatehouse.SetReady;

        /**
         * Encodes the specified SetReady message. Does not implicitly {@link gatehouse.SetReady.verify|verify} messages.
         * @param message SetReady message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.SetReady.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SetReady message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.SetReady & gatehouse.SetReady.$Shape} SetReady
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.SetReady & gatehouse.SetReady.$Shape;
    }

    namespace SetReady {

        /** Properties of a SetReady. */
        interface $Properties {

            /** SetReady ready */
            ready?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SetReady. */
        type $Shape = gatehouse.SetReady.$Properties;
    }

    /**
     * Properties of a StartGame.
     * @deprecated Use gatehouse.StartGame.$Properties instead.
     */
    interface IStartGame extends gatehouse.StartGame.$Properties {
    }

    /** Represents a StartGame. */
    class StartGame {

        /**
         * Constructs a new StartGame.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.StartGame.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new StartGame instance using the specified properties.
         * @param [properties] Properties to set
         * @returns StartGame instance
         */
        static create(properties: gatehouse.StartGame.$Shape): gatehouse.StartGame & gatehouse.StartGame.$Shape;
        static create(properties?: gatehouse.StartGame.$Properties): gatehouse.StartGame;

        /**
         * Encodes the specified StartGame message. Does not implicitly {@link gatehouse.StartGame.verify|verify} messages.
         * @param message StartGame message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.StartGame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StartGame message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.StartGame & gatehouse.StartGame.$Shape} StartGame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.StartGame & gatehouse.StartGame.$Shape;
    }

    namespace StartGame {

        /** Properties of a StartGame. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StartGame. */
        type $Shape = gatehouse.StartGame.$Properties;
    }

    /**
     * Properties of a SayChat.
     * @deprecated Use gatehouse.SayChat.$Properties instead.
     */
    interface ISayChat extends gatehouse.SayChat.$Properties {
    }

    /** Represents a SayChat. */
    class SayChat {

        /**
         * Constructs a new SayChat.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.SayChat.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SayChat text. */
        text: string;

        /**
         * Creates a new SayChat instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SayChat instance
         */
        static create(properties: gatehouse.SayChat.$Shape): gatehouse.SayChat & gatehouse.SayChat.$Shape;
        static create(properties?: gatehouse.SayChat.$Properties): gatehouse.SayChat;

        /**
         * Encodes the specified SayChat message. Does not implicitly {@link gatehouse.SayChat.verify|verify} messages.
         * @param message SayChat message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.SayChat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SayChat message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.SayChat & gatehouse.SayChat.$Shape} SayChat
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.SayChat & gatehouse.SayChat.$Shape;
    }

    namespace SayChat {

        /** Properties of a SayChat. */
        interface $Properties {

            /** SayChat text */
            text?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SayChat. */
        type $Shape = gatehouse.SayChat.$Properties;
    }

    /**
     * Properties of a LobbyMember.
     * @deprecated Use gatehouse.LobbyMember.$Properties instead.
     */
    interface ILobbyMember extends gatehouse.LobbyMember.$Properties {
    }

    /** Represents a LobbyMember. */
    class LobbyMember {

        /**
         * Constructs a new LobbyMember.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LobbyMember.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LobbyMember userId. */
        userId: string;

        /** LobbyMember name. */
        name: string;

        /** LobbyMember ready. */
        ready: boolean;

        /** LobbyMember role. */
        role: string;

        /**
         * Creates a new LobbyMember instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LobbyMember instance
         */
        static create(properties: gatehouse.LobbyMember.$Shape): gatehouse.LobbyMember & gatehouse.LobbyMember.$Shape;
        static create(properties?: gatehouse.LobbyMember.$Properties): gatehouse.LobbyMember;

        /**
         * Encodes the specified LobbyMember message. Does not implicitly {@link gatehouse.LobbyMember.verify|verify} messages.
         * @param message LobbyMember message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LobbyMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LobbyMember message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LobbyMember & gatehouse.LobbyMember.$Shape} LobbyMember
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LobbyMember & gatehouse.LobbyMember.$Shape;
    }

    namespace LobbyMember {

        /** Properties of a LobbyMember. */
        interface $Properties {

            /** LobbyMember userId */
            userId?: (string|null);

            /** LobbyMember name */
            name?: (string|null);

            /** LobbyMember ready */
            ready?: (boolean|null);

            /** LobbyMember role */
            role?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LobbyMember. */
        type $Shape = gatehouse.LobbyMember.$Properties;
    }

    /**
     * Properties of a LobbyRoom.
     * @deprecated Use gatehouse.LobbyRoom.$Properties instead.
     */
    interface ILobbyRoom extends gatehouse.LobbyRoom.$Properties {
    }

    /** Represents a LobbyRoom. */
    class LobbyRoom {

        /**
         * Constructs a new LobbyRoom.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LobbyRoom.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LobbyRoom lobbyRoomId. */
        lobbyRoomId: string;

        /** LobbyRoom roomClass. */
        roomClass: string;

        /** LobbyRoom options. */
        options: string;

        /** LobbyRoom auto. */
        auto: boolean;

        /** LobbyRoom phase. */
        phase: string;

        /** LobbyRoom maxMembers. */
        maxMembers: number;

        /** LobbyRoom hostUserId. */
        hostUserId: string;

        /** LobbyRoom roomId. */
        roomId: string;

        /** LobbyRoom members. */
        members: gatehouse.LobbyMember.$Properties[];

        /** LobbyRoom name. */
        name: string;

        /** LobbyRoom metadata. */
        metadata: string;

        /** LobbyRoom locked. */
        locked: boolean;

        /** LobbyRoom unlisted. */
        unlisted: boolean;

        /** LobbyRoom hasPassword. */
        hasPassword: boolean;

        /** LobbyRoom inviteCode. */
        inviteCode: string;

        /** LobbyRoom chat. */
        chat: gatehouse.ChatLine.$Properties[];

        /** LobbyRoom rematchVotes. */
        rematchVotes: string[];

        /** LobbyRoom rounds. */
        rounds: number;

        /**
         * Creates a new LobbyRoom instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LobbyRoom instance
         */
        static create(properties: gatehouse.LobbyRoom.$Shape): gatehouse.LobbyRoom & gatehouse.LobbyRoom.$Shape;
        static create(properties?: gatehouse.LobbyRoom.$Properties): gatehouse.LobbyRoom;

        /**
         * Encodes the specified LobbyRoom message. Does not implicitly {@link gatehouse.LobbyRoom.verify|verify} messages.
         * @param message LobbyRoom message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LobbyRoom.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LobbyRoom message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LobbyRoom & gatehouse.LobbyRoom.$Shape} LobbyRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LobbyRoom & gatehouse.LobbyRoom.$Shape;
    }

    namespace LobbyRoom {

        /** Properties of a LobbyRoom. */
        interface $Properties {

            /** LobbyRoom lobbyRoomId */
            lobbyRoomId?: (string|null);

            /** LobbyRoom roomClass */
            roomClass?: (string|null);

            /** LobbyRoom options */
            options?: (string|null);

            /** LobbyRoom auto */
            auto?: (boolean|null);

            /** LobbyRoom phase */
            phase?: (string|null);

            /** LobbyRoom maxMembers */
            maxMembers?: (number|null);

            /** LobbyRoom hostUserId */
            hostUserId?: (string|null);

            /** LobbyRoom roomId */
            roomId?: (string|null);

            /** LobbyRoom members */
            members?: (gatehouse.LobbyMember.$Properties[]|null);

            /** LobbyRoom name */
            name?: (string|null);

            /** LobbyRoom metadata */
            metadata?: (string|null);

            /** LobbyRoom locked */
            locked?: (boolean|null);

            /** LobbyRoom unlisted */
            unlisted?: (boolean|null);

            /** LobbyRoom hasPassword */
            hasPassword?: (boolean|null);

            /** LobbyRoom inviteCode */
            inviteCode?: (string|null);

            /** LobbyRoom chat */
            chat?: (gatehouse.ChatLine.$Properties[]|null);

            /** LobbyRoom rematchVotes */
            rematchVotes?: (string[]|null);

            /** LobbyRoom rounds */
            rounds?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LobbyRoom. */
        type $Shape = gatehouse.LobbyRoom.$Properties;
    }

    /**
     * Properties of a Joined.
     * @deprecated Use gatehouse.Joined.$Properties instead.
     */
    interface IJoined extends gatehouse.Joined.$Properties {
    }

    /** Represents a Joined. */
    class Joined {

        /**
         * Constructs a new Joined.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Joined.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Joined ref. */
        ref: number;

        /** Joined epoch. */
        epoch: number;

        /** Joined version. */
        version: number;

        /** Joined room. */
        room?: (gatehouse.LobbyRoom.$Properties|null);

        /**
         * Creates a new Joined instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Joined instance
         */
        static create(properties: gatehouse.Joined.$Shape): gatehouse.Joined & gatehouse.Joined.$Shape;
        static create(properties?: gatehouse.Joined.$Properties): gatehouse.Joined;

        /**
         * Encodes the specified Joined message. Does not implicitly {@link gatehouse.Joined.verify|verify} messages.
         * @param message Joined message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Joined.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Joined message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Joined & gatehouse.Joined.$Shape} Joined
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Joined & gatehouse.Joined.$Shape;
    }

    namespace Joined {

        /** Properties of a Joined. */
        interface $Properties {

            /** Joined ref */
            ref?: (number|null);

            /** Joined epoch */
            epoch?: (number|null);

            /** Joined version */
            version?: (number|null);

            /** Joined room */
            room?: (gatehouse.LobbyRoom.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Joined. */
        type $Shape = gatehouse.Joined.$Properties;
    }

    /**
     * Properties of a LobbyListing.
     * @deprecated Use gatehouse.LobbyListing.$Properties instead.
     */
    interface ILobbyListing extends gatehouse.LobbyListing.$Properties {
    }

    /** Represents a LobbyListing. */
    class LobbyListing {

        /**
         * Constructs a new LobbyListing.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LobbyListing.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LobbyListing lobbyRoomId. */
        lobbyRoomId: string;

        /** LobbyListing roomClass. */
        roomClass: string;

        /** LobbyListing phase. */
        phase: string;

        /** LobbyListing members. */
        members: number;

        /** LobbyListing maxMembers. */
        maxMembers: number;

        /** LobbyListing name. */
        name: string;

        /** LobbyListing metadata. */
        metadata: string;

        /** LobbyListing spectators. */
        spectators: number;

        /** LobbyListing locked. */
        locked: boolean;

        /** LobbyListing hasPassword. */
        hasPassword: boolean;

        /** LobbyListing auto. */
        auto: boolean;

        /**
         * Creates a new LobbyListing instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LobbyListing instance
         */
        static create(properties: gatehouse.LobbyListing.$Shape): gatehouse.LobbyListing & gatehouse.LobbyListing.$Shape;
        static create(properties?: gatehouse.LobbyListing.$Properties): gatehouse.LobbyListing;

        /**
         * Encodes the specified LobbyListing message. Does not implicitly {@link gatehouse.LobbyListing.verify|verify} messages.
         * @param message LobbyListing message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LobbyListing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LobbyListing message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LobbyListing & gatehouse.LobbyListing.$Shape} LobbyListing
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LobbyListing & gatehouse.LobbyListing.$Shape;
    }

    namespace LobbyListing {

        /** Properties of a LobbyListing. */
        interface $Properties {

            /** LobbyListing lobbyRoomId */
            lobbyRoomId?: (string|null);

            /** LobbyListing roomClass */
            roomClass?: (string|null);

            /** LobbyListing phase */
            phase?: (string|null);

            /** LobbyListing members */
            members?: (number|null);

            /** LobbyListing maxMembers */
            maxMembers?: (number|null);

            /** LobbyListing name */
            name?: (string|null);

            /** LobbyListing metadata */
            metadata?: (string|null);

            /** LobbyListing spectators */
            spectators?: (number|null);

            /** LobbyListing locked */
            locked?: (boolean|null);

            /** LobbyListing hasPassword */
            hasPassword?: (boolean|null);

            /** LobbyListing auto */
            auto?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LobbyListing. */
        type $Shape = gatehouse.LobbyListing.$Properties;
    }

    /**
     * Properties of a Listed.
     * @deprecated Use gatehouse.Listed.$Properties instead.
     */
    interface IListed extends gatehouse.Listed.$Properties {
    }

    /** Represents a Listed. */
    class Listed {

        /**
         * Constructs a new Listed.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Listed.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Listed ref. */
        ref: number;

        /** Listed rooms. */
        rooms: gatehouse.LobbyListing.$Properties[];

        /** Listed next. */
        next: string;

        /**
         * Creates a new Listed instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Listed instance
         */
        static create(properties: gatehouse.Listed.$Shape): gatehouse.Listed & gatehouse.Listed.$Shape;
        static create(properties?: gatehouse.Listed.$Properties): gatehouse.Listed;

        /**
         * Encodes the specified Listed message. Does not implicitly {@link gatehouse.Listed.verify|verify} messages.
         * @param message Listed message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Listed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Listed message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Listed & gatehouse.Listed.$Shape} Listed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Listed & gatehouse.Listed.$Shape;
    }

    namespace Listed {

        /** Properties of a Listed. */
        interface $Properties {

            /** Listed ref */
            ref?: (number|null);

            /** Listed rooms */
            rooms?: (gatehouse.LobbyListing.$Properties[]|null);

            /** Listed next */
            next?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Listed. */
        type $Shape = gatehouse.Listed.$Properties;
    }

    /**
     * Properties of a Done.
     * @deprecated Use gatehouse.Done.$Properties instead.
     */
    interface IDone extends gatehouse.Done.$Properties {
    }

    /** Represents a Done. */
    class Done {

        /**
         * Constructs a new Done.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Done.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Done ref. */
        ref: number;

        /** Done version. */
        version: number;

        /**
         * Creates a new Done instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Done instance
         */
        static create(properties: gatehouse.Done.$Shape): gatehouse.Done & gatehouse.Done.$Shape;
        static create(properties?: gatehouse.Done.$Properties): gatehouse.Done;

        /**
         * Encodes the specified Done message. Does not implicitly {@link gatehouse.Done.verify|verify} messages.
         * @param message Done message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Done.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Done message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Done & gatehouse.Done.$Shape} Done
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Done & gatehouse.Done.$Shape;
    }

    namespace Done {

        /** Properties of a Done. */
        interface $Properties {

            /** Done ref */
            ref?: (number|null);

            /** Done version */
            version?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Done. */
        type $Shape = gatehouse.Done.$Properties;
    }

    /**
     * Properties of a LobbyEvent.
     * @deprecated Use gatehouse.LobbyEvent.$Properties instead.
     */
    interface ILobbyEvent extends gatehouse.LobbyEvent.$Properties {
    }

    /** Represents a LobbyEvent. */
    class LobbyEvent {

        /**
         * Constructs a new LobbyEvent.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LobbyEvent.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LobbyEvent memberJoined. */
        memberJoined?: (gatehouse.LobbyMember.$Properties|null);

        /** LobbyEvent memberLeft. */
        memberLeft?: (string|null);

        /** LobbyEvent readyChanged. */
        readyChanged?: (gatehouse.LobbyMember.$Properties|null);

        /** LobbyEvent hostChanged. */
        hostChanged?: (string|null);

        /** LobbyEvent chat. */
        chat?: (gatehouse.ChatLine.$Properties|null);

        /** LobbyEvent starting. */
        starting?: (string|null);

        /** LobbyEvent started. */
        started?: (string|null);

        /** LobbyEvent startFailed. */
        startFailed?: (gatehouse.StartFailed.$Properties|null);

        /** LobbyEvent roundEnded. */
        roundEnded?: (gatehouse.RoundEnded.$Properties|null);

        /** LobbyEvent closed. */
        closed?: (string|null);

        /** LobbyEvent memberKicked. */
        memberKicked?: (gatehouse.MemberKicked.$Properties|null);

        /** LobbyEvent settingsChanged. */
        settingsChanged?: (gatehouse.RoomSettings.$Properties|null);

        /** LobbyEvent rematchVoted. */
        rematchVoted?: (gatehouse.RematchVote.$Properties|null);

        /** LobbyEvent event. */
        event?: ("memberJoined"|"memberLeft"|"readyChanged"|"hostChanged"|"chat"|"starting"|"started"|"startFailed"|"roundEnded"|"closed"|"memberKicked"|"settingsChanged"|"rematchVoted");

        /**
         * Creates a new LobbyEvent instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LobbyEvent instance
         */
        static create(properties: gatehouse.LobbyEvent.$Shape): gatehouse.LobbyEvent & gatehouse.LobbyEvent.$Shape;
        static create(properties?: gatehouse.LobbyEvent.$Properties): gatehouse.LobbyEvent;

        /**
         * Encodes the specified LobbyEvent message. Does not implicitly {@link gatehouse.LobbyEvent.verify|verify} messages.
         * @param message LobbyEvent message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LobbyEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LobbyEvent message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LobbyEvent & gatehouse.LobbyEvent.$Shape} LobbyEvent
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LobbyEvent & gatehouse.LobbyEvent.$Shape;
    }

    namespace LobbyEvent {

        /** Properties of a LobbyEvent. */
        interface $Properties {

            /** LobbyEvent memberJoined */
            memberJoined?: (gatehouse.LobbyMember.$Properties|null);

            /** LobbyEvent memberLeft */
            memberLeft?: (string|null);

            /** LobbyEvent readyChanged */
            readyChanged?: (gatehouse.LobbyMember.$Properties|null);

            /** LobbyEvent hostChanged */
            hostChanged?: (string|null);

            /** LobbyEvent chat */
            chat?: (gatehouse.ChatLine.$Properties|null);

            /** LobbyEvent starting */
            starting?: (string|null);

            /** LobbyEvent started */
            started?: (string|null);

            /** LobbyEvent startFailed */
            startFailed?: (gatehouse.StartFailed.$Properties|null);

            /** LobbyEvent roundEnded */
            roundEnded?: (gatehouse.RoundEnded.$Properties|null);

            /** LobbyEvent closed */
            closed?: (string|null);

            /** LobbyEvent memberKicked */
            memberKicked?: (gatehouse.MemberKicked.$Properties|null);

            /** LobbyEvent settingsChanged */
            settingsChanged?: (gatehouse.RoomSettings.$Properties|null);

            /** LobbyEvent rematchVoted */
            rematchVoted?: (gatehouse.RematchVote.$Properties|null);

            /** LobbyEvent event */
            event?: ("memberJoined"|"memberLeft"|"readyChanged"|"hostChanged"|"chat"|"starting"|"started"|"startFailed"|"roundEnded"|"closed"|"memberKicked"|"settingsChanged"|"rematchVoted");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a LobbyEvent. */
        type $Shape = {
          memberJoined?: gatehouse.LobbyMember.$Shape|null;
          memberLeft?: string|null;
          readyChanged?: gatehouse.LobbyMember.$Shape|null;
          hostChanged?: string|null;
          chat?: gatehouse.ChatLine.$Shape|null;
          starting?: string|null;
          started?: string|null;
          startFailed?: gatehouse.StartFailed.$Shape|null;
          roundEnded?: gatehouse.RoundEnded.$Shape|null;
          closed?: string|null;
          memberKicked?: gatehouse.MemberKicked.$Shape|null;
          settingsChanged?: gatehouse.RoomSettings.$Shape|null;
          rematchVoted?: gatehouse.RematchVote.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ event?: undefined; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "memberJoined"; memberJoined: gatehouse.LobbyMember.$Shape; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "memberLeft"; memberJoined?: null; memberLeft: string; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "readyChanged"; memberJoined?: null; memberLeft?: null; readyChanged: gatehouse.LobbyMember.$Shape; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "hostChanged"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged: string; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "chat"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat: gatehouse.ChatLine.$Shape; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "starting"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting: string; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "started"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started: string; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "startFailed"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed: gatehouse.StartFailed.$Shape; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "roundEnded"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded: gatehouse.RoundEnded.$Shape; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "closed"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed: string; memberKicked?: null; settingsChanged?: null; rematchVoted?: null }|{ event?: "memberKicked"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked: gatehouse.MemberKicked.$Shape; settingsChanged?: null; rematchVoted?: null }|{ event?: "settingsChanged"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged: gatehouse.RoomSettings.$Shape; rematchVoted?: null }|{ event?: "rematchVoted"; memberJoined?: null; memberLeft?: null; readyChanged?: null; hostChanged?: null; chat?: null; starting?: null; started?: null; startFailed?: null; roundEnded?: null; closed?: null; memberKicked?: null; settingsChanged?: null; rematchVoted: gatehouse.RematchVote.$Shape })
        );
    }

    /**
     * Properties of a ChatLine.
     * @deprecated Use gatehouse.ChatLine.$Properties instead.
     */
    interface IChatLine extends gatehouse.ChatLine.$Properties {
    }

    /** Represents a ChatLine. */
    class ChatLine {

        /**
         * Constructs a new ChatLine.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.ChatLine.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ChatLine userId. */
        userId: string;

        /** ChatLine name. */
        name: string;

        /** ChatLine text. */
        text: string;

        /** ChatLine atMs. */
        atMs: number;

        /**
         * Creates a new ChatLine instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ChatLine instance
         */
        static create(properties: gatehouse.ChatLine.$Shape): gatehouse.ChatLine & gatehouse.ChatLine.$Shape;
        static create(properties?: gatehouse.ChatLine.$Properties): gatehouse.ChatLine;

        /**
         * Encodes the specified ChatLine message. Does not implicitly {@link gatehouse.ChatLine.verify|verify} messages.
         * @param message ChatLine message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.ChatLine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ChatLine message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.ChatLine & gatehouse.ChatLine.$Shape} ChatLine
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.ChatLine & gatehouse.ChatLine.$Shape;
    }

    namespace ChatLine {

        /** Properties of a ChatLine. */
        interface $Properties {

            /** ChatLine userId */
            userId?: (string|null);

            /** ChatLine name */
            name?: (string|null);

            /** ChatLine text */
            text?: (string|null);

            /** ChatLine atMs */
            atMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ChatLine. */
        type $Shape = gatehouse.ChatLine.$Properties;
    }

    /**
     * Properties of a StartFailed.
     * @deprecated Use gatehouse.StartFailed.$Properties instead.
     */
    interface IStartFailed extends gatehouse.StartFailed.$Properties {
    }

    /** Represents a StartFailed. */
    class StartFailed {

        /**
         * Constructs a new StartFailed.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.StartFailed.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StartFailed code. */
        code: string;

        /** StartFailed message. */
        message: string;

        /**
         * Creates a new StartFailed instance using the specified properties.
         * @param [properties] Properties to set
         * @returns StartFailed instance
         */
        static create(properties: gatehouse.StartFailed.$Shape): gatehouse.StartFailed & gatehouse.StartFailed.$Shape;
        static create(properties?: gatehouse.StartFailed.$Properties): gatehouse.StartFailed;

        /**
         * Encodes the specified StartFailed message. Does not implicitly {@link gatehouse.StartFailed.verify|verify} messages.
         * @param message StartFailed message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.StartFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StartFailed message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.StartFailed & gatehouse.StartFailed.$Shape} StartFailed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.StartFailed & gatehouse.StartFailed.$Shape;
    }

    namespace StartFailed {

        /** Properties of a StartFailed. */
        interface $Properties {

            /** StartFailed code */
            code?: (string|null);

            /** StartFailed message */
            message?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StartFailed. */
        type $Shape = gatehouse.StartFailed.$Properties;
    }

    /**
     * Properties of a RoundEnded.
     * @deprecated Use gatehouse.RoundEnded.$Properties instead.
     */
    interface IRoundEnded extends gatehouse.RoundEnded.$Properties {
    }

    /** Represents a RoundEnded. */
    class RoundEnded {

        /**
         * Constructs a new RoundEnded.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.RoundEnded.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RoundEnded roomId. */
        roomId: string;

        /** RoundEnded why. */
        why: string;

        /** RoundEnded result. */
        result: Uint8Array;

        /**
         * Creates a new RoundEnded instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RoundEnded instance
         */
        static create(properties: gatehouse.RoundEnded.$Shape): gatehouse.RoundEnded & gatehouse.RoundEnded.$Shape;
        static create(properties?: gatehouse.RoundEnded.$Properties): gatehouse.RoundEnded;

        /**
         * Encodes the specified RoundEnded message. Does not implicitly {@link gatehouse.RoundEnded.verify|verify} messages.
         * @param message RoundEnded message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.RoundEnded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RoundEnded message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.RoundEnded & gatehouse.RoundEnded.$Shape} RoundEnded
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.RoundEnded & gatehouse.RoundEnded.$Shape;
    }

    namespace RoundEnded {

        /** Properties of a RoundEnded. */
        interface $Properties {

            /** RoundEnded roomId */
            roomId?: (string|null);

            /** RoundEnded why */
            why?: (string|null);

            /** RoundEnded result */
            result?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RoundEnded. */
        type $Shape = gatehouse.RoundEnded.$Properties;
    }

    /**
     * Properties of a KickMember.
     * @deprecated Use gatehouse.KickMember.$Properties instead.
     */
    interface IKickMember extends gatehouse.KickMember.$Properties {
    }

    /** Represents a KickMember. */
    class KickMember {

        /**
         * Constructs a new KickMember.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.KickMember.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KickMember userId. */
        userId: string;

        /** KickMember reason. */
        reason: string;

        /** KickMember ban. */
        ban: string;

        /**
         * Creates a new KickMember instance using the specified properties.
         * @param [properties] Properties to set
         * @returns KickMember instance
         */
        static create(properties: gatehouse.KickMember.$Shape): gatehouse.KickMember & gatehouse.KickMember.$Shape;
        static create(properties?: gatehouse.KickMember.$Properties): gatehouse.KickMember;

        /**
         * Encodes the specified KickMember message. Does not implicitly {@link gatehouse.KickMember.verify|verify} messages.
         * @param message KickMember message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.KickMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KickMember message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.KickMember & gatehouse.KickMember.$Shape} KickMember
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.KickMember & gatehouse.KickMember.$Shape;
    }

    namespace KickMember {

        /** Properties of a KickMember. */
        interface $Properties {

            /** KickMember userId */
            userId?: (string|null);

            /** KickMember reason */
            reason?: (string|null);

            /** KickMember ban */
            ban?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KickMember. */
        type $Shape = gatehouse.KickMember.$Properties;
    }

    /**
     * Properties of a HandOver.
     * @deprecated Use gatehouse.HandOver.$Properties instead.
     */
    interface IHandOver extends gatehouse.HandOver.$Properties {
    }

    /** Represents a HandOver. */
    class HandOver {

        /**
         * Constructs a new HandOver.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.HandOver.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HandOver userId. */
        userId: string;

        /**
         * Creates a new HandOver instance using the specified properties.
         * @param [properties] Properties to set
         * @returns HandOver instance
         */
        static create(properties: gatehouse.HandOver.$Shape): gatehouse.HandOver & gatehouse.HandOver.$Shape;
        static create(properties?: gatehouse.HandOver.$Properties): gatehouse.HandOver;

        /**
         * Encodes the specified HandOver message. Does not implicitly {@link gatehouse.HandOver.verify|verify} messages.
         * @param message HandOver message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.HandOver.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HandOver message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.HandOver & gatehouse.HandOver.$Shape} HandOver
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.HandOver & gatehouse.HandOver.$Shape;
    }

    namespace HandOver {

        /** Properties of a HandOver. */
        interface $Properties {

            /** HandOver userId */
            userId?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HandOver. */
        type $Shape = gatehouse.HandOver.$Properties;
    }

    /**
     * Properties of a ChangeSettings.
     * @deprecated Use gatehouse.ChangeSettings.$Properties instead.
     */
    interface IChangeSettings extends gatehouse.ChangeSettings.$Properties {
    }

    /** Represents a ChangeSettings. */
    class ChangeSettings {

        /**
         * Constructs a new ChangeSettings.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.ChangeSettings.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ChangeSettings name. */
        name?: (string|null);

        /** ChangeSettings maxMembers. */
        maxMembers?: (number|null);

        /** ChangeSettings options. */
        options?: (string|null);

        /** ChangeSettings metadata. */
        metadata?: (string|null);

        /** ChangeSettings locked. */
        locked?: (boolean|null);

        /** ChangeSettings unlisted. */
        unlisted?: (boolean|null);

        /** ChangeSettings password. */
        password?: (string|null);

        /**
         * Creates a new ChangeSettings instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ChangeSettings instance
         */
        static create(properties: gatehouse.ChangeSettings.$Shape): gatehouse.ChangeSettings & gatehouse.ChangeSettings.$Shape;
        static create(properties?: gatehouse.ChangeSettings.$Properties): gatehouse.ChangeSettings;

        /**
         * Encodes the specified ChangeSettings message. Does not implicitly {@link gatehouse.ChangeSettings.verify|verify} messages.
         * @param message ChangeSettings message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.ChangeSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ChangeSettings message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.ChangeSettings & gatehouse.ChangeSettings.$Shape} ChangeSettings
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.ChangeSettings & gatehouse.ChangeSettings.$Shape;
    }

    namespace ChangeSettings {

        /** Properties of a ChangeSettings. */
        interface $Properties {

            /** ChangeSettings name */
            name?: (string|null);

            /** ChangeSettings maxMembers */
            maxMembers?: (number|null);

            /** ChangeSettings options */
            options?: (string|null);

            /** ChangeSettings metadata */
            metadata?: (string|null);

            /** ChangeSettings locked */
            locked?: (boolean|null);

            /** ChangeSettings unlisted */
            unlisted?: (boolean|null);

            /** ChangeSettings password */
            password?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ChangeSettings. */
        type $Shape = gatehouse.ChangeSettings.$Properties;
    }

    /**
     * Properties of a WatchRooms.
     * @deprecated Use gatehouse.WatchRooms.$Properties instead.
     */
    interface IWatchRooms extends gatehouse.WatchRooms.$Properties {
    }

    /** Represents a WatchRooms. */
    class WatchRooms {

        /**
         * Constructs a new WatchRooms.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.WatchRooms.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** WatchRooms stop. */
        stop: boolean;

        /** WatchRooms filter. */
        filter?: (gatehouse.ListLobbyRooms.$Properties|null);

        /**
         * Creates a new WatchRooms instance using the specified properties.
         * @param [properties] Properties to set
         * @returns WatchRooms instance
         */
        static create(properties: gatehouse.WatchRooms.$Shape): gatehouse.WatchRooms & gatehouse.WatchRooms.$Shape;
        static create(properties?: gatehouse.WatchRooms.$Properties): gatehouse.WatchRooms;

        /**
         * Encodes the specified WatchRooms message. Does not implicitly {@link gatehouse.WatchRooms.verify|verify} messages.
         * @param message WatchRooms message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.WatchRooms.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a WatchRooms message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.WatchRooms & gatehouse.WatchRooms.$Shape} WatchRooms
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.WatchRooms & gatehouse.WatchRooms.$Shape;
    }

    namespace WatchRooms {

        /** Properties of a WatchRooms. */
        interface $Properties {

            /** WatchRooms stop */
            stop?: (boolean|null);

            /** WatchRooms filter */
            filter?: (gatehouse.ListLobbyRooms.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a WatchRooms. */
        type $Shape = gatehouse.WatchRooms.$Properties;
    }

    /**
     * Properties of a JoinByCode.
     * @deprecated Use gatehouse.JoinByCode.$Properties instead.
     */
    interface IJoinByCode extends gatehouse.JoinByCode.$Properties {
    }

    /** Represents a JoinByCode. */
    class JoinByCode {

        /**
         * Constructs a new JoinByCode.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.JoinByCode.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JoinByCode code. */
        code: string;

        /** JoinByCode spectator. */
        spectator: boolean;

        /** JoinByCode playerOptions. */
        playerOptions: string;

        /**
         * Creates a new JoinByCode instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JoinByCode instance
         */
        static create(properties: gatehouse.JoinByCode.$Shape): gatehouse.JoinByCode & gatehouse.JoinByCode.$Shape;
        static create(properties?: gatehouse.JoinByCode.$Properties): gatehouse.JoinByCode;

        /**
         * Encodes the specified JoinByCode message. Does not implicitly {@link gatehouse.JoinByCode.verify|verify} messages.
         * @param message JoinByCode message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.JoinByCode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JoinByCode message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.JoinByCode & gatehouse.JoinByCode.$Shape} JoinByCode
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.JoinByCode & gatehouse.JoinByCode.$Shape;
    }

    namespace JoinByCode {

        /** Properties of a JoinByCode. */
        interface $Properties {

            /** JoinByCode code */
            code?: (string|null);

            /** JoinByCode spectator */
            spectator?: (boolean|null);

            /** JoinByCode playerOptions */
            playerOptions?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JoinByCode. */
        type $Shape = gatehouse.JoinByCode.$Properties;
    }

    /**
     * Properties of a SayDirect.
     * @deprecated Use gatehouse.SayDirect.$Properties instead.
     */
    interface ISayDirect extends gatehouse.SayDirect.$Properties {
    }

    /** Represents a SayDirect. */
    class SayDirect {

        /**
         * Constructs a new SayDirect.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.SayDirect.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SayDirect userId. */
        userId: string;

        /** SayDirect text. */
        text: string;

        /**
         * Creates a new SayDirect instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SayDirect instance
         */
        static create(properties: gatehouse.SayDirect.$Shape): gatehouse.SayDirect & gatehouse.SayDirect.$Shape;
        static create(properties?: gatehouse.SayDirect.$Properties): gatehouse.SayDirect;

        /**
         * Encodes the specified SayDirect message. Does not implicitly {@link gatehouse.SayDirect.verify|verify} messages.
         * @param message SayDirect message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.SayDirect.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SayDirect message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.SayDirect & gatehouse.SayDirect.$Shape} SayDirect
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.SayDirect & gatehouse.SayDirect.$Shape;
    }

    namespace SayDirect {

        /** Properties of a SayDirect. */
        interface $Properties {

            /** SayDirect userId */
            userId?: (string|null);

            /** SayDirect text */
            text?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SayDirect. */
        type $Shape = gatehouse.SayDirect.$Properties;
    }

    /**
     * Properties of an AddBot.
     * @deprecated Use gatehouse.AddBot.$Properties instead.
     */
    interface IAddBot extends gatehouse.AddBot.$Properties {
    }

    /** Represents an AddBot. */
    class AddBot {

        /**
         * Constructs a new AddBot.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.AddBot.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AddBot name. */
        name: string;

        /** AddBot options. */
        options: string;

        /**
         * Creates a new AddBot instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AddBot instance
         */
        static create(properties: gatehouse.AddBot.$Shape): gatehouse.AddBot & gatehouse.AddBot.$Shape;
        static create(properties?: gatehouse.AddBot.$Properties): gatehouse.AddBot;

        /**
         * Encodes the specified AddBot message. Does not implicitly {@link gatehouse.AddBot.verify|verify} messages.
         * @param message AddBot message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.AddBot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AddBot message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.AddBot & gatehouse.AddBot.$Shape} AddBot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.AddBot & gatehouse.AddBot.$Shape;
    }

    namespace AddBot {

        /** Properties of an AddBot. */
        interface $Properties {

            /** AddBot name */
            name?: (string|null);

            /** AddBot options */
            options?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AddBot. */
        type $Shape = gatehouse.AddBot.$Properties;
    }

    /**
     * Properties of a RemoveBot.
     * @deprecated Use gatehouse.RemoveBot.$Properties instead.
     */
    interface IRemoveBot extends gatehouse.RemoveBot.$Properties {
    }

    /** Represents a RemoveBot. */
    class RemoveBot {

        /**
         * Constructs a new RemoveBot.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.RemoveBot.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RemoveBot userId. */
        userId: string;

        /**
         * Creates a new RemoveBot instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RemoveBot instance
         */
        static create(properties: gatehouse.RemoveBot.$Shape): gatehouse.RemoveBot & gatehouse.RemoveBot.$Shape;
        static create(properties?: gatehouse.RemoveBot.$Properties): gatehouse.RemoveBot;

        /**
         * Encodes the specified RemoveBot message. Does not implicitly {@link gatehouse.RemoveBot.verify|verify} messages.
         * @param message RemoveBot message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.RemoveBot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RemoveBot message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.RemoveBot & gatehouse.RemoveBot.$Shape} RemoveBot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.RemoveBot & gatehouse.RemoveBot.$Shape;
    }

    namespace RemoveBot {

        /** Properties of a RemoveBot. */
        interface $Properties {

            /** RemoveBot userId */
            userId?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RemoveBot. */
        type $Shape = gatehouse.RemoveBot.$Properties;
    }

    /**
     * Properties of a VoteRematch.
     * @deprecated Use gatehouse.VoteRematch.$Properties instead.
     */
    interface IVoteRematch extends gatehouse.VoteRematch.$Properties {
    }

    /** Represents a VoteRematch. */
    class VoteRematch {

        /**
         * Constructs a new VoteRematch.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.VoteRematch.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** VoteRematch yes. */
        yes: boolean;

        /**
         * Creates a new VoteRematch instance using the specified properties.
         * @param [properties] Properties to set
         * @returns VoteRematch instance
         */
        static create(properties: gatehouse.VoteRematch.$Shape): gatehouse.VoteRematch & gatehouse.VoteRematch.$Shape;
        static create(properties?: gatehouse.VoteRematch.$Properties): gatehouse.VoteRematch;

        /**
         * Encodes the specified VoteRematch message. Does not implicitly {@link gatehouse.VoteRematch.verify|verify} messages.
         * @param message VoteRematch message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.VoteRematch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a VoteRematch message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.VoteRematch & gatehouse.VoteRematch.$Shape} VoteRematch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.VoteRematch & gatehouse.VoteRematch.$Shape;
    }

    namespace VoteRematch {

        /** Properties of a VoteRematch. */
        interface $Properties {

            /** VoteRematch yes */
            yes?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a VoteRematch. */
        type $Shape = gatehouse.VoteRematch.$Properties;
    }

    /**
     * Properties of a SetStatus.
     * @deprecated Use gatehouse.SetStatus.$Properties instead.
     */
    interface ISetStatus extends gatehouse.SetStatus.$Properties {
    }

    /** Represents a SetStatus. */
    class SetStatus {

        /**
         * Constructs a new SetStatus.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.SetStatus.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SetStatus away. */
        away: boolean;

        /**
         * Creates a new SetStatus instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SetStatus instance
         */
        static create(properties: gatehouse.SetStatus.$Shape): gatehouse.SetStatus & gatehouse.SetStatus.$Shape;
        static create(properties?: gatehouse.SetStatus.$Properties): gatehouse.SetStatus;

        /**
         * Encodes the specified SetStatus message. Does not implicitly {@link gatehouse.SetStatus.verify|verify} messages.
         * @param message SetStatus message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.SetStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SetStatus message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.SetStatus & gatehouse.SetStatus.$Shape} SetStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.SetStatus & gatehouse.SetStatus.$Shape;
    }

    namespace SetStatus {

        /** Properties of a SetStatus. */
        interface $Properties {

            /** SetStatus away */
            away?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SetStatus. */
        type $Shape = gatehouse.SetStatus.$Properties;
    }

    /**
     * Properties of a WatchUsers.
     * @deprecated Use gatehouse.WatchUsers.$Properties instead.
     */
    interface IWatchUsers extends gatehouse.WatchUsers.$Properties {
    }

    /** Represents a WatchUsers. */
    class WatchUsers {

        /**
         * Constructs a new WatchUsers.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.WatchUsers.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** WatchUsers userIds. */
        userIds: string[];

        /**
         * Creates a new WatchUsers instance using the specified properties.
         * @param [properties] Properties to set
         * @returns WatchUsers instance
         */
        static create(properties: gatehouse.WatchUsers.$Shape): gatehouse.WatchUsers & gatehouse.WatchUsers.$Shape;
        static create(properties?: gatehouse.WatchUsers.$Properties): gatehouse.WatchUsers;

        /**
         * Encodes the specified WatchUsers message. Does not implicitly {@link gatehouse.WatchUsers.verify|verify} messages.
         * @param message WatchUsers message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.WatchUsers.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a WatchUsers message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.WatchUsers & gatehouse.WatchUsers.$Shape} WatchUsers
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.WatchUsers & gatehouse.WatchUsers.$Shape;
    }

    namespace WatchUsers {

        /** Properties of a WatchUsers. */
        interface $Properties {

            /** WatchUsers userIds */
            userIds?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a WatchUsers. */
        type $Shape = gatehouse.WatchUsers.$Properties;
    }

    /**
     * Properties of a UserPresence.
     * @deprecated Use gatehouse.UserPresence.$Properties instead.
     */
    interface IUserPresence extends gatehouse.UserPresence.$Properties {
    }

    /** Represents a UserPresence. */
    class UserPresence {

        /**
         * Constructs a new UserPresence.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.UserPresence.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** UserPresence userId. */
        userId: string;

        /** UserPresence status. */
        status: string;

        /**
         * Creates a new UserPresence instance using the specified properties.
         * @param [properties] Properties to set
         * @returns UserPresence instance
         */
        static create(properties: gatehouse.UserPresence.$Shape): gatehouse.UserPresence & gatehouse.UserPresence.$Shape;
        static create(properties?: gatehouse.UserPresence.$Properties): gatehouse.UserPresence;

        /**
         * Encodes the specified UserPresence message. Does not implicitly {@link gatehouse.UserPresence.verify|verify} messages.
         * @param message UserPresence message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.UserPresence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a UserPresence message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.UserPresence & gatehouse.UserPresence.$Shape} UserPresence
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.UserPresence & gatehouse.UserPresence.$Shape;
    }

    namespace UserPresence {

        /** Properties of a UserPresence. */
        interface $Properties {

            /** UserPresence userId */
            userId?: (string|null);

            /** UserPresence status */
            status?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a UserPresence. */
        type $Shape = gatehouse.UserPresence.$Properties;
    }

    /**
     * Properties of a Users.
     * @deprecated Use gatehouse.Users.$Properties instead.
     */
    interface IUsers extends gatehouse.Users.$Properties {
    }

    /** Represents a Users. */
    class Users {

        /**
         * Constructs a new Users.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Users.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Users ref. */
        ref: number;

        /** Users users. */
        users: gatehouse.UserPresence.$Properties[];

        /**
         * Creates a new Users instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Users instance
         */
        static create(properties: gatehouse.Users.$Shape): gatehouse.Users & gatehouse.Users.$Shape;
        static create(properties?: gatehouse.Users.$Properties): gatehouse.Users;

        /**
         * Encodes the specified Users message. Does not implicitly {@link gatehouse.Users.verify|verify} messages.
         * @param message Users message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Users.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Users message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Users & gatehouse.Users.$Shape} Users
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Users & gatehouse.Users.$Shape;
    }

    namespace Users {

        /** Properties of a Users. */
        interface $Properties {

            /** Users ref */
            ref?: (number|null);

            /** Users users */
            users?: (gatehouse.UserPresence.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Users. */
        type $Shape = gatehouse.Users.$Properties;
    }

    /**
     * Properties of a MemberKicked.
     * @deprecated Use gatehouse.MemberKicked.$Properties instead.
     */
    interface IMemberKicked extends gatehouse.MemberKicked.$Properties {
    }

    /** Represents a MemberKicked. */
    class MemberKicked {

        /**
         * Constructs a new MemberKicked.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.MemberKicked.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MemberKicked userId. */
        userId: string;

        /** MemberKicked reason. */
        reason: string;

        /** MemberKicked ban. */
        ban: string;

        /**
         * Creates a new MemberKicked instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MemberKicked instance
         */
        static create(properties: gatehouse.MemberKicked.$Shape): gatehouse.MemberKicked & gatehouse.MemberKicked.$Shape;
        static create(properties?: gatehouse.MemberKicked.$Properties): gatehouse.MemberKicked;

        /**
         * Encodes the specified MemberKicked message. Does not implicitly {@link gatehouse.MemberKicked.verify|verify} messages.
         * @param message MemberKicked message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.MemberKicked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MemberKicked message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.MemberKicked & gatehouse.MemberKicked.$Shape} MemberKicked
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.MemberKicked & gatehouse.MemberKicked.$Shape;
    }

    namespace MemberKicked {

        /** Properties of a MemberKicked. */
        interface $Properties {

            /** MemberKicked userId */
            userId?: (string|null);

            /** MemberKicked reason */
            reason?: (string|null);

            /** MemberKicked ban */
            ban?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MemberKicked. */
        type $Shape = gatehouse.MemberKicked.$Properties;
    }

    /**
     * Properties of a RoomSettings.
     * @deprecated Use gatehouse.RoomSettings.$Properties instead.
     */
    interface IRoomSettings extends gatehouse.RoomSettings.$Properties {
    }

    /** Represents a RoomSettings. */
    class RoomSettings {

        /**
         * Constructs a new RoomSettings.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.RoomSettings.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RoomSettings name. */
        name: string;

        /** RoomSettings maxMembers. */
        maxMembers: number;

        /** RoomSettings options. */
        options: string;

        /** RoomSettings metadata. */
        metadata: string;

        /** RoomSettings locked. */
        locked: boolean;

        /** RoomSettings unlisted. */
        unlisted: boolean;

        /** RoomSettings hasPassword. */
        hasPassword: boolean;

        /** RoomSettings inviteCode. */
        inviteCode: string;

        /**
         * Creates a new RoomSettings instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RoomSettings instance
         */
        static create(properties: gatehouse.RoomSettings.$Shape): gatehouse.RoomSettings & gatehouse.RoomSettings.$Shape;
        static create(properties?: gatehouse.RoomSettings.$Properties): gatehouse.RoomSettings;

        /**
         * Encodes the specified RoomSettings message. Does not implicitly {@link gatehouse.RoomSettings.verify|verify} messages.
         * @param message RoomSettings message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.RoomSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RoomSettings message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.RoomSettings & gatehouse.RoomSettings.$Shape} RoomSettings
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.RoomSettings & gatehouse.RoomSettings.$Shape;
    }

    namespace RoomSettings {

        /** Properties of a RoomSettings. */
        interface $Properties {

            /** RoomSettings name */
            name?: (string|null);

            /** RoomSettings maxMembers */
            maxMembers?: (number|null);

            /** RoomSettings options */
            options?: (string|null);

            /** RoomSettings metadata */
            metadata?: (string|null);

            /** RoomSettings locked */
            locked?: (boolean|null);

            /** RoomSettings unlisted */
            unlisted?: (boolean|null);

            /** RoomSettings hasPassword */
            hasPassword?: (boolean|null);

            /** RoomSettings inviteCode */
            inviteCode?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RoomSettings. */
        type $Shape = gatehouse.RoomSettings.$Properties;
    }

    /**
     * Properties of a RematchVote.
     * @deprecated Use gatehouse.RematchVote.$Properties instead.
     */
    interface IRematchVote extends gatehouse.RematchVote.$Properties {
    }

    /** Represents a RematchVote. */
    class RematchVote {

        /**
         * Constructs a new RematchVote.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.RematchVote.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RematchVote userId. */
        userId: string;

        /** RematchVote yes. */
        yes: boolean;

        /**
         * Creates a new RematchVote instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RematchVote instance
         */
        static create(properties: gatehouse.RematchVote.$Shape): gatehouse.RematchVote & gatehouse.RematchVote.$Shape;
        static create(properties?: gatehouse.RematchVote.$Properties): gatehouse.RematchVote;

        /**
         * Encodes the specified RematchVote message. Does not implicitly {@link gatehouse.RematchVote.verify|verify} messages.
         * @param message RematchVote message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.RematchVote.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RematchVote message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.RematchVote & gatehouse.RematchVote.$Shape} RematchVote
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.RematchVote & gatehouse.RematchVote.$Shape;
    }

    namespace RematchVote {

        /** Properties of a RematchVote. */
        interface $Properties {

            /** RematchVote userId */
            userId?: (string|null);

            /** RematchVote yes */
            yes?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RematchVote. */
        type $Shape = gatehouse.RematchVote.$Properties;
    }

    /**
     * Properties of a RoomsChanged.
     * @deprecated Use gatehouse.RoomsChanged.$Properties instead.
     */
    interface IRoomsChanged extends gatehouse.RoomsChanged.$Properties {
    }

    /** Represents a RoomsChanged. */
    class RoomsChanged {

        /**
         * Constructs a new RoomsChanged.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.RoomsChanged.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RoomsChanged added. */
        added: gatehouse.LobbyListing.$Properties[];

        /** RoomsChanged changed. */
        changed: gatehouse.LobbyListing.$Properties[];

        /** RoomsChanged removed. */
        removed: string[];

        /**
         * Creates a new RoomsChanged instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RoomsChanged instance
         */
        static create(properties: gatehouse.RoomsChanged.$Shape): gatehouse.RoomsChanged & gatehouse.RoomsChanged.$Shape;
        static create(properties?: gatehouse.RoomsChanged.$Properties): gatehouse.RoomsChanged;

        /**
         * Encodes the specified RoomsChanged message. Does not implicitly {@link gatehouse.RoomsChanged.verify|verify} messages.
         * @param message RoomsChanged message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.RoomsChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RoomsChanged message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.RoomsChanged & gatehouse.RoomsChanged.$Shape} RoomsChanged
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.RoomsChanged & gatehouse.RoomsChanged.$Shape;
    }

    namespace RoomsChanged {

        /** Properties of a RoomsChanged. */
        interface $Properties {

            /** RoomsChanged added */
            added?: (gatehouse.LobbyListing.$Properties[]|null);

            /** RoomsChanged changed */
            changed?: (gatehouse.LobbyListing.$Properties[]|null);

            /** RoomsChanged removed */
            removed?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RoomsChanged. */
        type $Shape = gatehouse.RoomsChanged.$Properties;
    }

    /**
     * Properties of a DirectMessage.
     * @deprecated Use gatehouse.DirectMessage.$Properties instead.
     */
    interface IDirectMessage extends gatehouse.DirectMessage.$Properties {
    }

    /** Represents a DirectMessage. */
    class DirectMessage {

        /**
         * Constructs a new DirectMessage.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.DirectMessage.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DirectMessage id. */
        id: string;

        /** DirectMessage userId. */
        userId: string;

        /** DirectMessage name. */
        name: string;

        /** DirectMessage text. */
        text: string;

        /** DirectMessage atMs. */
        atMs: number;

        /**
         * Creates a new DirectMessage instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DirectMessage instance
         */
        static create(properties: gatehouse.DirectMessage.$Shape): gatehouse.DirectMessage & gatehouse.DirectMessage.$Shape;
        static create(properties?: gatehouse.DirectMessage.$Properties): gatehouse.DirectMessage;

        /**
         * Encodes the specified DirectMessage message. Does not implicitly {@link gatehouse.DirectMessage.verify|verify} messages.
         * @param message DirectMessage message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.DirectMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DirectMessage message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.DirectMessage & gatehouse.DirectMessage.$Shape} DirectMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.DirectMessage & gatehouse.DirectMessage.$Shape;
    }

    namespace DirectMessage {

        /** Properties of a DirectMessage. */
        interface $Properties {

            /** DirectMessage id */
            id?: (string|null);

            /** DirectMessage userId */
            userId?: (string|null);

            /** DirectMessage name */
            name?: (string|null);

            /** DirectMessage text */
            text?: (string|null);

            /** DirectMessage atMs */
            atMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DirectMessage. */
        type $Shape = gatehouse.DirectMessage.$Properties;
    }

    /**
     * Properties of an Announcement.
     * @deprecated Use gatehouse.Announcement.$Properties instead.
     */
    interface IAnnouncement extends gatehouse.Announcement.$Properties {
    }

    /** Represents an Announcement. */
    class Announcement {

        /**
         * Constructs a new Announcement.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Announcement.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Announcement text. */
        text: string;

        /** Announcement atMs. */
        atMs: number;

        /**
         * Creates a new Announcement instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Announcement instance
         */
        static create(properties: gatehouse.Announcement.$Shape): gatehouse.Announcement & gatehouse.Announcement.$Shape;
        static create(properties?: gatehouse.Announcement.$Properties): gatehouse.Announcement;

        /**
         * Encodes the specified Announcement message. Does not implicitly {@link gatehouse.Announcement.verify|verify} messages.
         * @param message Announcement message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Announcement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Announcement message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Announcement & gatehouse.Announcement.$Shape} Announcement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Announcement & gatehouse.Announcement.$Shape;
    }

    namespace Announcement {

        /** Properties of an Announcement. */
        interface $Properties {

            /** Announcement text */
            text?: (string|null);

            /** Announcement atMs */
            atMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Announcement. */
        type $Shape = gatehouse.Announcement.$Properties;
    }

    /**
     * Properties of a UsersChanged.
     * @deprecated Use gatehouse.UsersChanged.$Properties instead.
     */
    interface IUsersChanged extends gatehouse.UsersChanged.$Properties {
    }

    /** Represents a UsersChanged. */
    class UsersChanged {

        /**
         * Constructs a new UsersChanged.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.UsersChanged.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** UsersChanged users. */
        users: gatehouse.UserPresence.$Properties[];

        /**
         * Creates a new UsersChanged instance using the specified properties.
         * @param [properties] Properties to set
         * @returns UsersChanged instance
         */
        static create(properties: gatehouse.UsersChanged.$Shape): gatehouse.UsersChanged & gatehouse.UsersChanged.$Shape;
        static create(properties?: gatehouse.UsersChanged.$Properties): gatehouse.UsersChanged;

        /**
         * Encodes the specified UsersChanged message. Does not implicitly {@link gatehouse.UsersChanged.verify|verify} messages.
         * @param message UsersChanged message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.UsersChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a UsersChanged message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.UsersChanged & gatehouse.UsersChanged.$Shape} UsersChanged
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.UsersChanged & gatehouse.UsersChanged.$Shape;
    }

    namespace UsersChanged {

        /** Properties of a UsersChanged. */
        interface $Properties {

            /** UsersChanged users */
            users?: (gatehouse.UserPresence.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a UsersChanged. */
        type $Shape = gatehouse.UsersChanged.$Properties;
    }

    /**
     * Properties of a Snapshot.
     * @deprecated Use gatehouse.Snapshot.$Properties instead.
     */
    interface ISnapshot extends gatehouse.Snapshot.$Properties {
    }

    /** Represents a Snapshot. */
    class Snapshot {

        /**
         * Constructs a new Snapshot.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Snapshot.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Snapshot state. */
        state: Uint8Array;

        /**
         * Creates a new Snapshot instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Snapshot instance
         */
        static create(properties: gatehouse.Snapshot.$Shape): gatehouse.Snapshot & gatehouse.Snapshot.$Shape;
        static create(properties?: gatehouse.Snapshot.$Properties): gatehouse.Snapshot;

        /**
         * Encodes the specified Snapshot message. Does not implicitly {@link gatehouse.Snapshot.verify|verify} messages.
         * @param message Snapshot message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Snapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Snapshot message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Snapshot & gatehouse.Snapshot.$Shape} Snapshot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Snapshot & gatehouse.Snapshot.$Shape;
    }

    namespace Snapshot {

        /** Properties of a Snapshot. */
        interface $Properties {

            /** Snapshot state */
            state?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Snapshot. */
        type $Shape = gatehouse.Snapshot.$Properties;
    }

    /**
     * Properties of an Ack.
     * @deprecated Use gatehouse.Ack.$Properties instead.
     */
    interface IAck extends gatehouse.Ack.$Properties {
    }

    /** Represents an Ack. */
    class Ack {

        /**
         * Constructs a new Ack.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Ack.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Ack roomId. */
        roomId: string;

        /** Ack through. */
        through: number;

        /**
         * Creates a new Ack instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Ack instance
         */
        static create(properties: gatehouse.Ack.$Shape): gatehouse.Ack & gatehouse.Ack.$Shape;
        static create(properties?: gatehouse.Ack.$Properties): gatehouse.Ack;

        /**
         * Encodes the specified Ack message. Does not implicitly {@link gatehouse.Ack.verify|verify} messages.
         * @param message Ack message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Ack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Ack message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Ack & gatehouse.Ack.$Shape} Ack
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Ack & gatehouse.Ack.$Shape;
    }

    namespace Ack {

        /** Properties of an Ack. */
        interface $Properties {

            /** Ack roomId */
            roomId?: (string|null);

            /** Ack through */
            through?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Ack. */
        type $Shape = gatehouse.Ack.$Properties;
    }

    /**
     * Properties of a LeaveRoom.
     * @deprecated Use gatehouse.LeaveRoom.$Properties instead.
     */
    interface ILeaveRoom extends gatehouse.LeaveRoom.$Properties {
    }

    /** Represents a LeaveRoom. */
    class LeaveRoom {

        /**
         * Constructs a new LeaveRoom.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LeaveRoom.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new LeaveRoom instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LeaveRoom instance
         */
        static create(properties: gatehouse.LeaveRoom.$Shape): gatehouse.LeaveRoom & gatehouse.LeaveRoom.$Shape;
        static create(properties?: gatehouse.LeaveRoom.$Properties): gatehouse.LeaveRoom;

        /**
         * Encodes the specified LeaveRoom message. Does not implicitly {@link gatehouse.LeaveRoom.verify|verify} messages.
         * @param message LeaveRoom message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LeaveRoom.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LeaveRoom message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LeaveRoom & gatehouse.LeaveRoom.$Shape} LeaveRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LeaveRoom & gatehouse.LeaveRoom.$Shape;
    }

    namespace LeaveRoom {

        /** Properties of a LeaveRoom. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LeaveRoom. */
        type $Shape = gatehouse.LeaveRoom.$Properties;
    }

    /**
     * Properties of an Ended.
     * @deprecated Use gatehouse.Ended.$Properties instead.
     */
    interface IEnded extends gatehouse.Ended.$Properties {
    }

    /** Represents an Ended. */
    class Ended {

        /**
         * Constructs a new Ended.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.Ended.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Ended why. */
        why: string;

        /** Ended result. */
        result: Uint8Array;

        /**
         * Creates a new Ended instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Ended instance
         */
        static create(properties: gatehouse.Ended.$Shape): gatehouse.Ended & gatehouse.Ended.$Shape;
        static create(properties?: gatehouse.Ended.$Properties): gatehouse.Ended;

        /**
         * Encodes the specified Ended message. Does not implicitly {@link gatehouse.Ended.verify|verify} messages.
         * @param message Ended message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.Ended.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Ended message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.Ended & gatehouse.Ended.$Shape} Ended
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.Ended & gatehouse.Ended.$Shape;
    }

    namespace Ended {

        /** Properties of an Ended. */
        interface $Properties {

            /** Ended why */
            why?: (string|null);

            /** Ended result */
            result?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Ended. */
        type $Shape = gatehouse.Ended.$Properties;
    }

    /**
     * Properties of a RoomReply.
     * @deprecated Use gatehouse.RoomReply.$Properties instead.
     */
    interface IRoomReply extends gatehouse.RoomReply.$Properties {
    }

    /** Represents a RoomReply. */
    class RoomReply {

        /**
         * Constructs a new RoomReply.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.RoomReply.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RoomReply ref. */
        ref: number;

        /** RoomReply answer. */
        answer: Uint8Array;

        /**
         * Creates a new RoomReply instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RoomReply instance
         */
        static create(properties: gatehouse.RoomReply.$Shape): gatehouse.RoomReply & gatehouse.RoomReply.$Shape;
        static create(properties?: gatehouse.RoomReply.$Properties): gatehouse.RoomReply;

        /**
         * Encodes the specified RoomReply message. Does not implicitly {@link gatehouse.RoomReply.verify|verify} messages.
         * @param message RoomReply message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.RoomReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RoomReply message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.RoomReply & gatehouse.RoomReply.$Shape} RoomReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.RoomReply & gatehouse.RoomReply.$Shape;
    }

    namespace RoomReply {

        /** Properties of a RoomReply. */
        interface $Properties {

            /** RoomReply ref */
            ref?: (number|null);

            /** RoomReply answer */
            answer?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RoomReply. */
        type $Shape = gatehouse.RoomReply.$Properties;
    }

    /**
     * Properties of a LinkHello.
     * @deprecated Use gatehouse.LinkHello.$Properties instead.
     */
    interface ILinkHello extends gatehouse.LinkHello.$Properties {
    }

    /** Represents a LinkHello. */
    class LinkHello {

        /**
         * Constructs a new LinkHello.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LinkHello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LinkHello version. */
        version: number;

        /** LinkHello role. */
        role: string;

        /** LinkHello id. */
        id: string;

        /** LinkHello incarnation. */
        incarnation: string;

        /** LinkHello nonce. */
        nonce: Uint8Array;

        /** LinkHello features. */
        features: number;

        /** LinkHello proof. */
        proof: Uint8Array;

        /**
         * Creates a new LinkHello instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LinkHello instance
         */
        static create(properties: gatehouse.LinkHello.$Shape): gatehouse.LinkHello & gatehouse.LinkHello.$Shape;
        static create(properties?: gatehouse.LinkHello.$Properties): gatehouse.LinkHello;

        /**
         * Encodes the specified LinkHello message. Does not implicitly {@link gatehouse.LinkHello.verify|verify} messages.
         * @param message LinkHello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LinkHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LinkHello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LinkHello & gatehouse.LinkHello.$Shape} LinkHello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LinkHello & gatehouse.LinkHello.$Shape;
    }

    namespace LinkHello {

        /** Properties of a LinkHello. */
        interface $Properties {

            /** LinkHello version */
            version?: (number|null);

            /** LinkHello role */
            role?: (string|null);

            /** LinkHello id */
            id?: (string|null);

            /** LinkHello incarnation */
            incarnation?: (string|null);

            /** LinkHello nonce */
            nonce?: (Uint8Array|null);

            /** LinkHello features */
            features?: (number|null);

            /** LinkHello proof */
            proof?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LinkHello. */
        type $Shape = gatehouse.LinkHello.$Properties;
    }

    /**
     * Properties of a LinkProof.
     * @deprecated Use gatehouse.LinkProof.$Properties instead.
     */
    interface ILinkProof extends gatehouse.LinkProof.$Properties {
    }

    /** Represents a LinkProof. */
    class LinkProof {

        /**
         * Constructs a new LinkProof.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LinkProof.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LinkProof proof. */
        proof: Uint8Array;

        /**
         * Creates a new LinkProof instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LinkProof instance
         */
        static create(properties: gatehouse.LinkProof.$Shape): gatehouse.LinkProof & gatehouse.LinkProof.$Shape;
        static create(properties?: gatehouse.LinkProof.$Properties): gatehouse.LinkProof;

        /**
         * Encodes the specified LinkProof message. Does not implicitly {@link gatehouse.LinkProof.verify|verify} messages.
         * @param message LinkProof message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LinkProof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LinkProof message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LinkProof & gatehouse.LinkProof.$Shape} LinkProof
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LinkProof & gatehouse.LinkProof.$Shape;
    }

    namespace LinkProof {

        /** Properties of a LinkProof. */
        interface $Properties {

            /** LinkProof proof */
            proof?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LinkProof. */
        type $Shape = gatehouse.LinkProof.$Properties;
    }

    /**
     * Properties of a LinkOpen.
     * @deprecated Use gatehouse.LinkOpen.$Properties instead.
     */
    interface ILinkOpen extends gatehouse.LinkOpen.$Properties {
    }

    /** Represents a LinkOpen. */
    class LinkOpen {

        /**
         * Constructs a new LinkOpen.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LinkOpen.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LinkOpen stream. */
        stream: gatehouse.StreamKind;

        /** LinkOpen roomId. */
        roomId: string;

        /** LinkOpen userId. */
        userId: string;

        /** LinkOpen name. */
        name: string;

        /** LinkOpen sessionId. */
        sessionId: string;

        /** LinkOpen sessionEpoch. */
        sessionEpoch: number;

        /** LinkOpen mark. */
        mark?: (gatehouse.Mark.$Properties|null);

        /** LinkOpen first. */
        first: number;

        /** LinkOpen turn. */
        turn: number;

        /** LinkOpen correlationId. */
        correlationId: string;

        /**
         * Creates a new LinkOpen instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LinkOpen instance
         */
        static create(properties: gatehouse.LinkOpen.$Shape): gatehouse.LinkOpen & gatehouse.LinkOpen.$Shape;
        static create(properties?: gatehouse.LinkOpen.$Properties): gatehouse.LinkOpen;

        /**
         * Encodes the specified LinkOpen message. Does not implicitly {@link gatehouse.LinkOpen.verify|verify} messages.
         * @param message LinkOpen message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LinkOpen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LinkOpen message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LinkOpen & gatehouse.LinkOpen.$Shape} LinkOpen
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LinkOpen & gatehouse.LinkOpen.$Shape;
    }

    namespace LinkOpen {

        /** Properties of a LinkOpen. */
        interface $Properties {

            /** LinkOpen stream */
            stream?: (gatehouse.StreamKind|null);

            /** LinkOpen roomId */
            roomId?: (string|null);

            /** LinkOpen userId */
            userId?: (string|null);

            /** LinkOpen name */
            name?: (string|null);

            /** LinkOpen sessionId */
            sessionId?: (string|null);

            /** LinkOpen sessionEpoch */
            sessionEpoch?: (number|null);

            /** LinkOpen mark */
            mark?: (gatehouse.Mark.$Properties|null);

            /** LinkOpen first */
            first?: (number|null);

            /** LinkOpen turn */
            turn?: (number|null);

            /** LinkOpen correlationId */
            correlationId?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LinkOpen. */
        type $Shape = gatehouse.LinkOpen.$Properties;
    }

    /**
     * Properties of a LinkClose.
     * @deprecated Use gatehouse.LinkClose.$Properties instead.
     */
    interface ILinkClose extends gatehouse.LinkClose.$Properties {
    }

    /** Represents a LinkClose. */
    class LinkClose {

        /**
         * Constructs a new LinkClose.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LinkClose.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LinkClose code. */
        code: string;

        /** LinkClose message. */
        message: string;

        /** LinkClose result. */
        result: Uint8Array;

        /**
         * Creates a new LinkClose instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LinkClose instance
         */
        static create(properties: gatehouse.LinkClose.$Shape): gatehouse.LinkClose & gatehouse.LinkClose.$Shape;
        static create(properties?: gatehouse.LinkClose.$Properties): gatehouse.LinkClose;

        /**
         * Encodes the specified LinkClose message. Does not implicitly {@link gatehouse.LinkClose.verify|verify} messages.
         * @param message LinkClose message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LinkClose.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LinkClose message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LinkClose & gatehouse.LinkClose.$Shape} LinkClose
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LinkClose & gatehouse.LinkClose.$Shape;
    }

    namespace LinkClose {

        /** Properties of a LinkClose. */
        interface $Properties {

            /** LinkClose code */
            code?: (string|null);

            /** LinkClose message */
            message?: (string|null);

            /** LinkClose result */
            result?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LinkClose. */
        type $Shape = gatehouse.LinkClose.$Properties;
    }

    /**
     * Properties of a LinkUser.
     * @deprecated Use gatehouse.LinkUser.$Properties instead.
     */
    interface ILinkUser extends gatehouse.LinkUser.$Properties {
    }

    /** Represents a LinkUser. */
    class LinkUser {

        /**
         * Constructs a new LinkUser.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LinkUser.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LinkUser userId. */
        userId: string;

        /** LinkUser name. */
        name: string;

        /** LinkUser spectator. */
        spectator: boolean;

        /** LinkUser bot. */
        bot: boolean;

        /** LinkUser options. */
        options: string;

        /**
         * Creates a new LinkUser instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LinkUser instance
         */
        static create(properties: gatehouse.LinkUser.$Shape): gatehouse.LinkUser & gatehouse.LinkUser.$Shape;
        static create(properties?: gatehouse.LinkUser.$Properties): gatehouse.LinkUser;

        /**
         * Encodes the specified LinkUser message. Does not implicitly {@link gatehouse.LinkUser.verify|verify} messages.
         * @param message LinkUser message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LinkUser.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LinkUser message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LinkUser & gatehouse.LinkUser.$Shape} LinkUser
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LinkUser & gatehouse.LinkUser.$Shape;
    }

    namespace LinkUser {

        /** Properties of a LinkUser. */
        interface $Properties {

            /** LinkUser userId */
            userId?: (string|null);

            /** LinkUser name */
            name?: (string|null);

            /** LinkUser spectator */
            spectator?: (boolean|null);

            /** LinkUser bot */
            bot?: (boolean|null);

            /** LinkUser options */
            options?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LinkUser. */
        type $Shape = gatehouse.LinkUser.$Properties;
    }

    /**
     * Properties of a JoinServer.
     * @deprecated Use gatehouse.JoinServer.$Properties instead.
     */
    interface IJoinServer extends gatehouse.JoinServer.$Properties {
    }

    /** Represents a JoinServer. */
    class JoinServer {

        /**
         * Constructs a new JoinServer.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.JoinServer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JoinServer roomId. */
        roomId: string;

        /** JoinServer roomClass. */
        roomClass: string;

        /** JoinServer options. */
        options: string;

        /** JoinServer users. */
        users: gatehouse.LinkUser.$Properties[];

        /** JoinServer reservation. */
        reservation: string;

        /** JoinServer epoch. */
        epoch: number;

        /** JoinServer deadlineMs. */
        deadlineMs: number;

        /** JoinServer lobbyRoomId. */
        lobbyRoomId: string;

        /**
         * Creates a new JoinServer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JoinServer instance
         */
        static create(properties: gatehouse.JoinServer.$Shape): gatehouse.JoinServer & gatehouse.JoinServer.$Shape;
        static create(properties?: gatehouse.JoinServer.$Properties): gatehouse.JoinServer;

        /**
         * Encodes the specified JoinServer message. Does not implicitly {@link gatehouse.JoinServer.verify|verify} messages.
         * @param message JoinServer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.JoinServer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JoinServer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.JoinServer & gatehouse.JoinServer.$Shape} JoinServer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.JoinServer & gatehouse.JoinServer.$Shape;
    }

    namespace JoinServer {

        /** Properties of a JoinServer. */
        interface $Properties {

            /** JoinServer roomId */
            roomId?: (string|null);

            /** JoinServer roomClass */
            roomClass?: (string|null);

            /** JoinServer options */
            options?: (string|null);

            /** JoinServer users */
            users?: (gatehouse.LinkUser.$Properties[]|null);

            /** JoinServer reservation */
            reservation?: (string|null);

            /** JoinServer epoch */
            epoch?: (number|null);

            /** JoinServer deadlineMs */
            deadlineMs?: (number|null);

            /** JoinServer lobbyRoomId */
            lobbyRoomId?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JoinServer. */
        type $Shape = gatehouse.JoinServer.$Properties;
    }

    /**
     * Properties of a JoinServerReply.
     * @deprecated Use gatehouse.JoinServerReply.$Properties instead.
     */
    interface IJoinServerReply extends gatehouse.JoinServerReply.$Properties {
    }

    /** Represents a JoinServerReply. */
    class JoinServerReply {

        /**
         * Constructs a new JoinServerReply.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.JoinServerReply.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JoinServerReply maxPlayers. */
        maxPlayers: number;

        /**
         * Creates a new JoinServerReply instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JoinServerReply instance
         */
        static create(properties: gatehouse.JoinServerReply.$Shape): gatehouse.JoinServerReply & gatehouse.JoinServerReply.$Shape;
        static create(properties?: gatehouse.JoinServerReply.$Properties): gatehouse.JoinServerReply;

        /**
         * Encodes the specified JoinServerReply message. Does not implicitly {@link gatehouse.JoinServerReply.verify|verify} messages.
         * @param message JoinServerReply message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.JoinServerReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JoinServerReply message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.JoinServerReply & gatehouse.JoinServerReply.$Shape} JoinServerReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.JoinServerReply & gatehouse.JoinServerReply.$Shape;
    }

    namespace JoinServerReply {

        /** Properties of a JoinServerReply. */
        interface $Properties {

            /** JoinServerReply maxPlayers */
            maxPlayers?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JoinServerReply. */
        type $Shape = gatehouse.JoinServerReply.$Properties;
    }

    /**
     * Properties of a PlaceRoom.
     * @deprecated Use gatehouse.PlaceRoom.$Properties instead.
     */
    interface IPlaceRoom extends gatehouse.PlaceRoom.$Properties {
    }

    /** Represents a PlaceRoom. */
    class PlaceRoom {

        /**
         * Constructs a new PlaceRoom.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.PlaceRoom.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PlaceRoom roomId. */
        roomId: string;

        /** PlaceRoom roomClass. */
        roomClass: string;

        /** PlaceRoom options. */
        options: string;

        /** PlaceRoom users. */
        users: gatehouse.LinkUser.$Properties[];

        /** PlaceRoom lobbyRoomId. */
        lobbyRoomId: string;

        /**
         * Creates a new PlaceRoom instance using the specified properties.
         * @param [properties] Properties to set
         * @returns PlaceRoom instance
         */
        static create(properties: gatehouse.PlaceRoom.$Shape): gatehouse.PlaceRoom & gatehouse.PlaceRoom.$Shape;
        static create(properties?: gatehouse.PlaceRoom.$Properties): gatehouse.PlaceRoom;

        /**
         * Encodes the specified PlaceRoom message. Does not implicitly {@link gatehouse.PlaceRoom.verify|verify} messages.
         * @param message PlaceRoom message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.PlaceRoom.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PlaceRoom message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.PlaceRoom & gatehouse.PlaceRoom.$Shape} PlaceRoom
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.PlaceRoom & gatehouse.PlaceRoom.$Shape;
    }

    namespace PlaceRoom {

        /** Properties of a PlaceRoom. */
        interface $Properties {

            /** PlaceRoom roomId */
            roomId?: (string|null);

            /** PlaceRoom roomClass */
            roomClass?: (string|null);

            /** PlaceRoom options */
            options?: (string|null);

            /** PlaceRoom users */
            users?: (gatehouse.LinkUser.$Properties[]|null);

            /** PlaceRoom lobbyRoomId */
            lobbyRoomId?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PlaceRoom. */
        type $Shape = gatehouse.PlaceRoom.$Properties;
    }

    /**
     * Properties of a PlaceRoomReply.
     * @deprecated Use gatehouse.PlaceRoomReply.$Properties instead.
     */
    interface IPlaceRoomReply extends gatehouse.PlaceRoomReply.$Properties {
    }

    /** Represents a PlaceRoomReply. */
    class PlaceRoomReply {

        /**
         * Constructs a new PlaceRoomReply.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.PlaceRoomReply.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PlaceRoomReply serverId. */
        serverId: string;

        /** PlaceRoomReply maxPlayers. */
        maxPlayers: number;

        /**
         * Creates a new PlaceRoomReply instance using the specified properties.
         * @param [properties] Properties to set
         * @returns PlaceRoomReply instance
         */
        static create(properties: gatehouse.PlaceRoomReply.$Shape): gatehouse.PlaceRoomReply & gatehouse.PlaceRoomReply.$Shape;
        static create(properties?: gatehouse.PlaceRoomReply.$Properties): gatehouse.PlaceRoomReply;

        /**
         * Encodes the specified PlaceRoomReply message. Does not implicitly {@link gatehouse.PlaceRoomReply.verify|verify} messages.
         * @param message PlaceRoomReply message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.PlaceRoomReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PlaceRoomReply message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.PlaceRoomReply & gatehouse.PlaceRoomReply.$Shape} PlaceRoomReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.PlaceRoomReply & gatehouse.PlaceRoomReply.$Shape;
    }

    namespace PlaceRoomReply {

        /** Properties of a PlaceRoomReply. */
        interface $Properties {

            /** PlaceRoomReply serverId */
            serverId?: (string|null);

            /** PlaceRoomReply maxPlayers */
            maxPlayers?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PlaceRoomReply. */
        type $Shape = gatehouse.PlaceRoomReply.$Properties;
    }

    /**
     * Properties of a RemoveSeats.
     * @deprecated Use gatehouse.RemoveSeats.$Properties instead.
     */
    interface IRemoveSeats extends gatehouse.RemoveSeats.$Properties {
    }

    /** Represents a RemoveSeats. */
    class RemoveSeats {

        /**
         * Constructs a new RemoveSeats.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.RemoveSeats.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RemoveSeats roomId. */
        roomId: string;

        /** RemoveSeats userIds. */
        userIds: string[];

        /**
         * Creates a new RemoveSeats instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RemoveSeats instance
         */
        static create(properties: gatehouse.RemoveSeats.$Shape): gatehouse.RemoveSeats & gatehouse.RemoveSeats.$Shape;
        static create(properties?: gatehouse.RemoveSeats.$Properties): gatehouse.RemoveSeats;

        /**
         * Encodes the specified RemoveSeats message. Does not implicitly {@link gatehouse.RemoveSeats.verify|verify} messages.
         * @param message RemoveSeats message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.RemoveSeats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RemoveSeats message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.RemoveSeats & gatehouse.RemoveSeats.$Shape} RemoveSeats
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.RemoveSeats & gatehouse.RemoveSeats.$Shape;
    }

    namespace RemoveSeats {

        /** Properties of a RemoveSeats. */
        interface $Properties {

            /** RemoveSeats roomId */
            roomId?: (string|null);

            /** RemoveSeats userIds */
            userIds?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RemoveSeats. */
        type $Shape = gatehouse.RemoveSeats.$Properties;
    }

    /**
     * Properties of a LinkRequest.
     * @deprecated Use gatehouse.LinkRequest.$Properties instead.
     */
    interface ILinkRequest extends gatehouse.LinkRequest.$Properties {
    }

    /** Represents a LinkRequest. */
    class LinkRequest {

        /**
         * Constructs a new LinkRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LinkRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LinkRequest id. */
        id: number;

        /** LinkRequest timeoutMs. */
        timeoutMs: number;

        /** LinkRequest joinServer. */
        joinServer?: (gatehouse.JoinServer.$Properties|null);

        /** LinkRequest placeRoom. */
        placeRoom?: (gatehouse.PlaceRoom.$Properties|null);

        /** LinkRequest removeSeats. */
        removeSeats?: (gatehouse.RemoveSeats.$Properties|null);

        /** LinkRequest body. */
        body?: ("joinServer"|"placeRoom"|"removeSeats");

        /**
         * Creates a new LinkRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LinkRequest instance
         */
        static create(properties: gatehouse.LinkRequest.$Shape): gatehouse.LinkRequest & gatehouse.LinkRequest.$Shape;
        static create(properties?: gatehouse.LinkRequest.$Properties): gatehouse.LinkRequest;

        /**
         * Encodes the specified LinkRequest message. Does not implicitly {@link gatehouse.LinkRequest.verify|verify} messages.
         * @param message LinkRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LinkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LinkRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LinkRequest & gatehouse.LinkRequest.$Shape} LinkRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LinkRequest & gatehouse.LinkRequest.$Shape;
    }

    namespace LinkRequest {

        /** Properties of a LinkRequest. */
        interface $Properties {

            /** LinkRequest id */
            id?: (number|null);

            /** LinkRequest timeoutMs */
            timeoutMs?: (number|null);

            /** LinkRequest joinServer */
            joinServer?: (gatehouse.JoinServer.$Properties|null);

            /** LinkRequest placeRoom */
            placeRoom?: (gatehouse.PlaceRoom.$Properties|null);

            /** LinkRequest removeSeats */
            removeSeats?: (gatehouse.RemoveSeats.$Properties|null);

            /** LinkRequest body */
            body?: ("joinServer"|"placeRoom"|"removeSeats");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a LinkRequest. */
        type $Shape = {
          id?: number|null;
          timeoutMs?: number|null;
          joinServer?: gatehouse.JoinServer.$Shape|null;
          placeRoom?: gatehouse.PlaceRoom.$Shape|null;
          removeSeats?: gatehouse.RemoveSeats.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; joinServer?: null; placeRoom?: null; removeSeats?: null }|{ body?: "joinServer"; joinServer: gatehouse.JoinServer.$Shape; placeRoom?: null; removeSeats?: null }|{ body?: "placeRoom"; joinServer?: null; placeRoom: gatehouse.PlaceRoom.$Shape; removeSeats?: null }|{ body?: "removeSeats"; joinServer?: null; placeRoom?: null; removeSeats: gatehouse.RemoveSeats.$Shape })
        );
    }

    /**
     * Properties of a LinkReply.
     * @deprecated Use gatehouse.LinkReply.$Properties instead.
     */
    interface ILinkReply extends gatehouse.LinkReply.$Properties {
    }

    /** Represents a LinkReply. */
    class LinkReply {

        /**
         * Constructs a new LinkReply.
         * @param [properties] Properties to set
         */
        constructor(properties?: gatehouse.LinkReply.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LinkReply id. */
        id: number;

        /** LinkReply errorCode. */
        errorCode: string;

        /** LinkReply errorMessage. */
        errorMessage: string;

        /** LinkReply joinServer. */
        joinServer?: (gatehouse.JoinServerReply.$Properties|null);

        /** LinkReply placeRoom. */
        placeRoom?: (gatehouse.PlaceRoomReply.$Properties|null);

        /** LinkReply errorReason. */
        errorReason: string;

        /** LinkReply body. */
        body?: ("joinServer"|"placeRoom");

        /**
         * Creates a new LinkReply instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LinkReply instance
         */
        static create(properties: gatehouse.LinkReply.$Shape): gatehouse.LinkReply & gatehouse.LinkReply.$Shape;
        static create(properties?: gatehouse.LinkReply.$Properties): gatehouse.LinkReply;

        /**
         * Encodes the specified LinkReply message. Does not implicitly {@link gatehouse.LinkReply.verify|verify} messages.
         * @param message LinkReply message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gatehouse.LinkReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LinkReply message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gatehouse.LinkReply & gatehouse.LinkReply.$Shape} LinkReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gatehouse.LinkReply & gatehouse.LinkReply.$Shape;
    }

    namespace LinkReply {

        /** Properties of a LinkReply. */
        interface $Properties {

            /** LinkReply id */
            id?: (number|null);

            /** LinkReply errorCode */
            errorCode?: (string|null);

            /** LinkReply errorMessage */
            errorMessage?: (string|null);

            /** LinkReply joinServer */
            joinServer?: (gatehouse.JoinServerReply.$Properties|null);

            /** LinkReply placeRoom */
            placeRoom?: (gatehouse.PlaceRoomReply.$Properties|null);

            /** LinkReply errorReason */
            errorReason?: (string|null);

            /** LinkReply body */
            body?: ("joinServer"|"placeRoom");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a LinkReply. */
        type $Shape = {
          id?: number|null;
          errorCode?: string|null;
          errorMessage?: string|null;
          joinServer?: gatehouse.JoinServerReply.$Shape|null;
          placeRoom?: gatehouse.PlaceRoomReply.$Shape|null;
          errorReason?: string|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; joinServer?: null; placeRoom?: null }|{ body?: "joinServer"; joinServer: gatehouse.JoinServerReply.$Shape; placeRoom?: null }|{ body?: "placeRoom"; joinServer?: null; placeRoom: gatehouse.PlaceRoomReply.$Shape })
        );
    }
}
