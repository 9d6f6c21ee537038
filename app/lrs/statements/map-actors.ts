import type { StatementParts, XapiActor, XapiContext } from './xapi-statement.ts'

/**
 * The same statement with each actor in it changed, in its SubStatement too; authority is left.
 */
export function mapActors<Parts extends StatementParts>(
  statement: Parts,
  change: (actor: XapiActor) => XapiActor,
): Parts {
  return {
    ...statement,
    actor: change(statement.actor),
    object: mapObject(statement.object, change),
    ...(statement.context && { context: mapContext(statement.context, change) }),
  }
}

function mapObject(
  object: StatementParts['object'],
  change: (actor: XapiActor) => XapiActor,
): StatementParts['object'] {
  switch (object.objectType) {
    case 'SubStatement':
      return mapActors(object, change)
    case 'Agent':
    case 'Group':
      return { ...change(object), objectType: object.objectType }
    default:
      return object
  }
}

function mapContext(
  context: XapiContext,
  change: (actor: XapiActor) => XapiActor,
): XapiContext {
  return {
    ...context,
    ...(context.instructor && { instructor: change(context.instructor) }),
    ...(context.team && { team: change(context.team) }),
    ...(context.contextAgents && {
      contextAgents: context.contextAgents.map((each) => ({
        ...each,
        agent: change(each.agent),
      })),
    }),
    ...(context.contextGroups && {
      contextGroups: context.contextGroups.map((each) => ({
        ...each,
        group: change(each.group),
      })),
    }),
  }
}
