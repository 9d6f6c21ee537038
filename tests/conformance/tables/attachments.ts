import { accepts, type Row, refuses } from '../row.ts'
import { attached, attachment, plain, without } from '../sample.ts'

export const attachments: readonly Row[] = [
  refuses('XAPI-00025', 'attachments that are no list', { ...plain, attachments: attachment }),
  refuses(
    'XAPI-00107',
    'an attachment without usage',
    attached(without(attachment, 'usageType')),
  ),
  refuses('XAPI-00106', 'an attachment without name', attached(without(attachment, 'display'))),
  refuses(
    'XAPI-00105',
    'an attachment without type',
    attached(without(attachment, 'contentType')),
  ),
  refuses(
    'XAPI-00105',
    'an attachment whose type is no media type',
    attached({ ...attachment, contentType: 'pdf' }),
  ),
  refuses(
    'XAPI-00102',
    'an attachment without length',
    attached(without(attachment, 'length')),
  ),
  refuses(
    'XAPI-00102',
    'an attachment of half a byte',
    attached({ ...attachment, length: 0.5 }),
  ),
  refuses('XAPI-00103', 'an attachment without digest', attached(without(attachment, 'sha2'))),
  refuses(
    'XAPI-00104',
    'an attachment whose file is nowhere',
    attached({ ...attachment, fileUrl: 'here' }),
  ),
  refuses(
    'XAPI-00129',
    'an attachment without bytes nor address',
    attached(without(attachment, 'fileUrl')),
  ),
  accepts('XAPI-00104', 'an attachment that is elsewhere', attached(attachment)),
]
