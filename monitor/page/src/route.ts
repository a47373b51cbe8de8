import { useLayoutEffect, useState } from 'preact/hooks';

/** What one has to be logged in for, in the order of the navigation. */
export const PAGES = ['targets', 'cluster', 'incidents', 'channels', 'settings'] as const;
/** For everybody, when the monitor allows it. */
const PUBLIC_PAGE = 'public';
export type PageName = (typeof PAGES)[number] | typeof PUBLIC_PAGE;

/** What the hash of the address shows: `#/targets/<id>?text=…`. */
export interface Route {
  readonly page: PageName;
  /** Of what is shown in detail; empty: the list. */
  readonly id: string;
  readonly query: URLSearchParams;
}

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [name = '', id = ''] = path.split('/');
  const page = ([...PAGES, PUBLIC_PAGE] as const).find(each => each === name) ?? 'targets';
  return { page, id: decoded(id), query: new URLSearchParams(query) };
}

export function routeHash(page: PageName, id = '', query = new URLSearchParams()): string {
  const search = query.toString();
  return `#/${page}${id === '' ? '' : `/${encodeURIComponent(id)}`}${search === '' ? '' : `?${search}`}`;
}

/** Where the page is, whoever changes it, and however soon. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useLayoutEffect(() => {
    const show = () => setRoute(readRoute(location.hash));
    addEventListener('hashchange', show);
    return () => removeEventListener('hashchange', show);
  }, []);
  return route;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
