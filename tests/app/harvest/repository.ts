/** An answer of another bank around what it says. */
export function oai(inside: string): string {
  return `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
    <responseDate>2026-03-10T10:00:00Z</responseDate>${inside}</OAI-PMH>`
}

/** A record in Dublin Core, with a prefix that nobody declared. */
export function dc(id: string, inside = `<dc:title>Titre ${id}</dc:title>`): string {
  return `<record><header><identifier>${id}</identifier><datestamp>2026-01-01</datestamp></header>
    <metadata><oai_dc:dc>${inside}</oai_dc:dc></metadata></record>`
}

export function deleted(id: string): string {
  return `<record><header status="deleted"><identifier>${id}</identifier></header></record>`
}

/** What a bank answers that has these lists, part by part. */
export function repository(lists: string[], deletedRecord = 'persistent') {
  return (asked: URLSearchParams): string => {
    const verb = asked.get('verb')
    if (verb === 'Identify')
      return oai(`<Identify><repositoryName>Banque d’à côté</repositoryName>
        <deletedRecord>${deletedRecord}</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>`)
    if (verb === 'ListMetadataFormats')
      return oai(
        '<ListMetadataFormats><metadataPrefix>oai_dc</metadataPrefix></ListMetadataFormats>',
      )
    const at = Number(asked.get('resumptionToken') ?? 0)
    const more = at + 1 < lists.length ? `<resumptionToken>${at + 1}</resumptionToken>` : ''
    return oai(`<ListRecords>${lists[at]}${more}</ListRecords>`)
  }
}
