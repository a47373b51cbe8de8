import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@gatehouse/scripts/checkout';
import { parse } from 'yaml';

export interface AlertRule {
  readonly name: string;
  readonly expression: string;
  readonly annotations: Readonly<Record<string, string>>;
}

interface RuleFile {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly annotations: Readonly<Record<string, string>>;
    }[];
  }[];
}

interface Dashboard {
  readonly uid: string;
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly type: string;
    readonly targets?: readonly { readonly expr: string }[];
  }[];
}

/** Words of PromQL in our expressions that name no metric. */
const WORDS = new Set(['sum', 'max', 'min', 'by', 'rate', 'increase', 'clamp_min', 'or', 'and', 'unless']);

/** Those of deploy/prometheus/alerts.yml. */
export function readAlerts(): AlertRule[] {
  const { groups } = parse(readFileSync(join(root, 'deploy/prometheus/alerts.yml'), 'utf8')) as RuleFile;
  return groups.flatMap(({ rules }) =>
    rules.map(({ alert, expr, annotations }) => ({ name: alert, expression: expr, annotations })),
  );
}

/** deploy/grafana/gatehouse.json. */
export function readDashboard(): { readonly dashboard: Dashboard; readonly expressions: string[] } {
  const dashboard = JSON.parse(readFileSync(join(root, 'deploy/grafana/gatehouse.json'), 'utf8')) as Dashboard;
  const expressions = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  return { dashboard, expressions };
}

/** Every metric that an expression asks for. */
export function namesIn(expression: string): string[] {
  const bare = expression
    .replaceAll(/\{[^}]*\}/g, ' ')
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .replaceAll(/\bby\s*\([^)]*\)/g, ' ');
  return (bare.match(/[a-zA-Z_:][a-zA-Z0-9_:]*/g) ?? []).filter(word => !WORDS.has(word));
}
