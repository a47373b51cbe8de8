/** Version of every process of this release, in the registry and in logs. The same as in the package files; a test compares. */
export const VERSION = '0.1.0';
