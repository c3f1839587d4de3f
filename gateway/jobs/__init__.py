"""What the program does by itself: reminders, mail, sealing. A queue in PostgreSQL (procrastinate)
says when; each job may be done again at any time, so a worker may die at any time."""

from gateway.jobs.chores import Workshop, seal_settled
from gateway.jobs.schedule import JOBS, Job, queue
from gateway.jobs.worker import work_on, working

__all__ = ["JOBS", "Job", "Workshop", "queue", "seal_settled", "work_on", "working"]
