"""A new owner arranges categories, services and questions by pages alone, as a file of the examples says
them."""

from tests.journeys.setting_up.practice import GERMAN, Practice, Said

KINDS = {"text": "In their own words", "choice": "One of several choices", "yes_no": "Yes or no"}
BOXES = {"required": "An answer is needed", "sensitive": "Only the business sees the answer"}
DAYS_AHEAD = "Booked at the earliest"
# The folds of a service's form, with what of a file is in each: labels by member.
SPANS = {
    "When it can be booked": {
        "min_notice_min": "Booked at the latest",
        "booking_window_days": DAYS_AHEAD,
    },
    "Breaks and groups": {"buffer_before_min": "Kept free before", "buffer_after_min": "Kept free after"},
    "Cancelling and moving": {
        "cancellation_cutoff_min": "Cancelled at the latest",
        "reschedule_cutoff_min": "Moved at the latest",
    },
}


class Offer(Practice):
    async def add_categories(self) -> None:
        for row in self.said["categories"].values():
            await self.owner.follows("Services", within="nav.pages")
            await self.owner.follows("Categories")
            await self.owner.follows("Add a category")
            await self.fill(row, name="Name")
            await self.write_in_german(row)
            await self.save("Added.")

    async def add_services(self) -> None:
        for row in self.said["services"].values():
            await self.add("Services", "Add a service", row)
            await self._lengths(row)
            await self._who(row)
            await self._customers_read(row)
            await self._folds(row)
            await self.save("Added.")
            await self._prices(row)
            for key, question in row.get("questions", {}).items():
                await self._ask(row, key, question)

    async def _lengths(self, row: Said) -> None:
        own = row.get("price_by_duration", {})
        for number, minutes in enumerate(row["durations"], 1):
            if number > 1:
                await self.owner.opens("Add another length")
            await self.owner.types(f"Length {number}, in minutes", str(minutes))
            await self.owner.types(f"Price of length {number}", own.get(minutes, row["price"]))

    async def _who(self, row: Said) -> None:
        await self.owner.opens("Rooms and equipment")
        for key in row["served_by"]:
            await self.owner.ticks(self.names[key])

    async def _customers_read(self, row: Said) -> None:
        await self.owner.opens("What customers read")
        await self.fill(row, description="Description")
        if "aliases" in row:
            await self.owner.types("Other words for it", "\n".join(row["aliases"]))
        await self.owner.chooses("Category", self.names[row["category"]])
        await self.write_in_german(row, description="Description")

    async def _folds(self, row: Said) -> None:
        for fold, labels in SPANS.items():
            said = {label: row[member] for member, label in labels.items() if member in row}
            needs_yes = row.get("requires_approval") and fold == "When it can be booked"
            if said or needs_yes:
                await self.owner.opens(fold)
            for label, number in said.items():
                await self.owner.types(label, f"{number}" if label == DAYS_AHEAD else f"{number} min")
            if needs_yes:
                await self.owner.ticks("Each booking waits for your approval")

    async def _prices(self, row: Said) -> None:
        """Lengths can be chosen once they are saved."""
        if "prices" not in row:
            return
        await self.owner.follows(row["name"])
        await self.owner.opens("Other prices")
        rows = self.owner.page.locator(".price-row:has(select)")
        for number, price in enumerate(row["prices"]):
            for member, label in (("person", "With whom"), ("location", "Where")):
                if member in price:
                    choice = rows.nth(number).get_by_label(label)
                    await choice.select_option(label=self._as_priced(price[member]))
                    self.owner.typed += 1
            if "duration_min" in price:
                await rows.nth(number).get_by_label("Length").select_option(str(price["duration_min"]))
                self.owner.typed += 1
            await rows.nth(number).locator(".amount").fill(price["amount"])
            self.owner.typed += 1
        await self.owner.keeps_picture(f"practice-4-{row['name']}")
        await self.save()

    def _as_priced(self, key: str) -> str:
        """Places with a currency of their own say so."""
        currency = self.said["locations"].get(key, {}).get("currency")
        return f"{self.names[key]} ({currency})" if currency else self.names[key]

    async def _ask(self, row: Said, key: str, question: Said) -> None:
        await self.owner.follows("Services", within="nav.pages")
        await self.owner.follows(row["name"])
        await self.owner.follows("Questions")
        await self.owner.follows("Add a question")
        await self.fill(question, label="Question")
        await self.owner.chooses("How it is answered", KINDS[question["kind"]])
        await self._name_for_programs(key)
        for member, label in BOXES.items():
            if question.get(member):
                await self.owner.ticks(label)
        if "choices" in question:
            await self.owner.types("Choices", "\n".join(question["choices"]))
        else:
            await self.write_in_german(question, label="Question")
        await self.save("Added.")
        if "choices" in question:
            await self._word_choices(question)

    async def _name_for_programs(self, key: str) -> None:
        await self.owner.opens("For files and programs")
        await self.owner.types("Key", key)

    async def _word_choices(self, question: Said) -> None:
        """They have words of their own once they are saved."""
        await self.owner.follows(question["label"])
        await self.owner.opens("What choices are called")
        for choice, text in question["choice_labels"].items():
            await self.owner.types(choice, text)
        german = question["translations"]["de"]
        await self.owner.opens("In other languages")
        await self.owner.types("Question", german["label"], within=GERMAN)
        for choice, text in german["choices"].items():
            await self.owner.types(choice, text, within=GERMAN)
        await self.owner.keeps_picture("practice-5-choices")
        await self.save()
