/** A browser without script or looks: it keeps cookies, follows no redirect unasked, and sends the forms that it was given. */
export type VisitingBrowser = {
  readonly cookies: Map<string, string>
  readonly get: (url: string, headers?: Readonly<Record<string, string>>) => Promise<Visited>
  readonly post: (url: string, fields: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>) => Promise<Visited>
}

export type Visited = { readonly status: number; readonly headers: Headers; readonly body: string; /** Where a redirect leads, in full. */ readonly location: string; /** The token that the page's forms bring back. */ readonly form: string }

export function visitingBrowser(origin: string): VisitingBrowser {
  const cookies = new Map<string, string>()
  const visit = async (url: string, init: RequestInit): Promise<Visited> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(url, origin), { ...init, redirect: 'manual', headers: { ...(cookie === '' ? {} : { cookie }), ...(init.headers as Record<string, string>) } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const body = await answer.text()
    const location = answer.headers.get('location')
    return { status: answer.status, headers: answer.headers, body, location: location === null ? '' : new URL(location, new URL(url, origin)).href, form: /name="form" value="([\w-]+)"/.exec(body)?.[1] ?? '' }
  }
  return {
    cookies,
    get: (url, headers = {}) => visit(url, { headers }),
    post: (url, fields, headers = {}) => visit(url, { method: 'POST', body: new URLSearchParams(fields), headers: { origin, 'sec-fetch-site': 'same-origin', ...headers } }),
  }
}

/** Signs in as a demonstration account; the browser then has the session's cookie. */
export async function signInAs(browser: VisitingBrowser, role: string, language = 'en'): Promise<Visited> {
  const { form } = await browser.get(`/${language}/work/sign-in`)
  return browser.post(`/${language}/work/sign-in/demonstration`, { form, role })
}
