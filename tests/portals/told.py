"""What heads have done over the API before a story in the browser begins."""

from datetime import timedelta

from tests.journeys.scoring import version_of
from tests.journeys.served import Served
from tests.journeys.world import TODAY


async def returned(office: Served) -> None:
    """The head has given the staff member's self-assessment back."""
    await office.sign("head").done(
        "returnSelfAssessment",
        sheet=office.ids.sheets["staff"],
        version=await version_of(office, "staff"),
        reason="Xem lại điểm III.1",
    )


async def assigned(office: Served) -> None:
    """The head has assigned more work to the staff member, and its day is over."""
    await office.sign("head").done(
        "assignWork",
        posting=office.ids.postings["staff"],
        product=office.ids.products["CH.01"],
        quantity="3",
        dueOn=TODAY,
        title="Công văn gửi các thôn",
    )
    office.day.today = TODAY + timedelta(days=2)
