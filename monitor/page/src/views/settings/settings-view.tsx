import type { Session } from '../../session.ts';
import { AuditPanel } from './audit-panel.tsx';
import { DefaultsPanel } from './defaults-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { ThemePanel } from './theme-panel.tsx';
import { TokensPanel } from './tokens-panel.tsx';
import { UsersPanel } from './users-panel.tsx';

export function SettingsView({ session }: { readonly session: Session }) {
  return (
    <>
      <h1>Settings</h1>
      <div class="columns">
        <ThemePanel />
        <PasswordPanel session={session} />
      </div>
      {session.isAdmin && (
        <>
          <DefaultsPanel session={session} />
          <div class="columns">
            <UsersPanel session={session} />
            <TokensPanel session={session} />
          </div>
          <AuditPanel session={session} />
        </>
      )}
    </>
  );
}
