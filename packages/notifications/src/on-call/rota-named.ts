/** The rota that rules call by a name, in whatever case; undefined where a portal has none of this name. */
export function rotaNamed<Rota extends { name: string }>(rotas: readonly Rota[], name: string): Rota | undefined {
  const wanted = wordOf(name);
  return rotas.find((rota) => wordOf(rota.name) === wanted);
}

const wordOf = (name: string): string => name.trim().toLowerCase();
