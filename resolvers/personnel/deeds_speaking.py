"""The person speaks himself on an action about him: consents, objects, or says what he thinks.

Where the law has him met and heard, others record what he said; here he says it in his own words,
once for each such step and before the decision, and whoever decides reads it.
"""

from uuid import UUID

from authz.actions import Action
from resolvers.core.arguments import among, lines
from resolvers.core.database import Transaction
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.personnel.holding import change, concerning, held_action
from resolvers.personnel.model import MOST_SAID
from resolvers.personnel.parts import STANCES, action_statement


async def speak_on_personnel_action(
    tx: Transaction,
    request: Request,
    *,
    action: UUID,
    version: int,
    step: str,
    stance: str,
    said: str,
) -> UUID:
    """Say oneself what one thinks, at a step at which one was heard; the action's id.

    It bars nothing: the authority decides, and has read it (Decree 170/2025, art. 25). Raises
    NotFound, the refusals of the policies (NOT_THE_PERSON, NOT_HEARD_YET, SPOKEN_ALREADY,
    ACTION_OVER), StaleVersion, InvalidInput, TextNotAcceptable.
    """
    deed = Action.SpeakOnPersonnelAction
    found, allowed = await held_action(tx, request, deed, action, version, speaks_at=step)
    told = {
        "stance": among(stance, "stance", STANCES),
        "said": lines(said, "said", least=1, most=MOST_SAID),
    }
    about = {**concerning(found.row), "step_id": found.at(step)}
    await add(tx, action_statement, **about, **told, stated_at=request.now)
    name, state = "speak_on_personnel_action", found.row["state"]
    await change(tx, request, allowed, found, name, told={"step": step, **told}, state=state)
    return action
