/** The statements of a program that it keeps to itself and that these functions name, or that those name in turn. */
export function privateStatements(program: string, functions: readonly string[]): readonly string[] {
  const statements = statementsOf(program)
  const named = new Set<string>()
  const follow = (text: string): void => {
    for (const { name, statement } of statements) {
      if (named.has(name) || !new RegExp(`(?<![\\w$.'-])${name}(?![\\w$'-])`).test(text)) continue
      named.add(name)
      follow(statement.slice(statement.indexOf(name) + name.length))
    }
  }
  functions.forEach(follow)
  return statements.filter(({ name }) => named.has(name)).map(({ statement }) => statement)
}

// A statement begins at the edge of the page and goes on as far as what is set in, with what closes it.
function statementsOf(program: string): readonly { readonly name: string; readonly statement: string }[] {
  return [...program.matchAll(/^(?:const|function) (\w+)[^\n]*(?:\n(?:[ \t][^\n]*|[)\]}][^\n]*)?(?=\n|$))*/gm)].map((match) => ({ name: match[1] ?? '', statement: match[0].trim() }))
}
