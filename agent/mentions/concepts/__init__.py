"""What a customer calls a service in words that its own names and translations do not have."""

from agent.mentions.concepts.finding import OfferedConcepts, fold, services_by_concept

__all__ = ["OfferedConcepts", "fold", "services_by_concept"]
