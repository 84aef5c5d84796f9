"""How models and the servers in front of them write thoughts, channels and calls into a reply; and honest
words that look like it.

``T`` are thoughts, ``R`` is the reply, ``C`` a call of find_times for a haircut as JSON with name and
arguments, ``A`` its arguments.
"""

import json

T = "The customer wants a haircut. I should look on Friday first."
R = "Good morning! What may I do for you?"
ARGUMENTS = {"service": "Haircut"}
A = json.dumps(ARGUMENTS)
C = json.dumps({"name": "find_times", "arguments": ARGUMENTS})

THOUGHTS = {
    "think": f"<think>{T}</think>{R}",
    "an empty think": f"<think>\n\n</think>\n\n{R}",
    "think, whose beginning the template wrote": f"{T}</think>\n\n{R}",
    "thinking": f"<thinking>{T}</thinking>\n{R}",
    "thought, in capitals": f"<THOUGHT>{T}</THOUGHT>{R}",
    "reasoning": f"<reasoning>{T}</reasoning>{R}",
    "reflection within thinking": f"<thinking>{T}<reflection>{T}</reflection>{T}</thinking>{R}",
    "with a namespace": f"<mm:think>{T}</mm:think>{R}",
    "with a namespace, whose beginning the template wrote": f"{T}</mm:think>{R}",
    "of a seed": f"<seed:think>{T}<seed:cot_budget_reflect>{T}</seed:cot_budget_reflect></seed:think>{R}",
    "with attributes": f'<think budget="512">{T}</think>{R}',
    "of a name nobody knows": f"<hmm_internal>{T}</hmm_internal>{R}",
    "in brackets": f"[THINK]{T}[/THINK]{R}",
    "in brackets, whose beginning the template wrote": f"{T}[/THINK]{R}",
    "between tokens": f"<|begin_of_thought|>{T}<|end_of_thought|><|begin_of_solution|>{R}<|end_of_solution|>",
    "between tokens of another kind": f"<|START_THINKING|>{T}<|END_THINKING|><|START_RESPONSE|>{R}<|END_RESPONSE|>",
    "between tokens, whose beginning the template wrote": f"{T}<|END_THINKING|><|START_RESPONSE|>{R}<|END_RESPONSE|>",
    "between a token and its slash": f"<|think|>{T}<|/think|>{R}",
    "between wide tokens": f"<｜begin▁of▁thinking｜>{T}<｜end▁of▁thinking｜>{R}",
    "harmony": f"<|channel|>analysis<|message|>{T}<|end|><|start|>assistant<|channel|>final<|message|>{R}<|return|"
    f">",
    "harmony with its start": f"<|start|>assistant<|channel|>analysis<|message|>{T}<|end|>{R}",
    "harmony from the middle": f"{T}<|end|><|start|>assistant<|channel|>final<|message|>{R}<|return|>",
    "harmony without its tokens": f"analysis{T}assistantfinal{R}",
    "harmony's comment to itself": f"<|channel|>commentary<|message|>{T}<|end|><|start|>assistant<|channel|>final<|message|>{R}",
    "a line of its own": f"Thought: {T}\nFinal Answer: {R}",
    "tokens of a vocabulary": f"<unused94>thought\n{T}<unused95>{R}",
    "an answer in tags": f"<think>{T}</think><answer>{R}</answer>",
    "an answer in a box": f"<think>{T}</think><|begin_of_box|>{R}<|end_of_box|>",
    "the header of a chat template": f"<|im_start|>assistant\n{R}<|im_end|>",
    "the header of another template": f"<|start_header_id|>assistant<|end_header_id|>\n\n{R}<|eot_id|>",
    "the header of roles": f"<|start_of_role|>assistant<|end_of_role|>{R}<|end_of_text|>",
    "the end of a text": f"{R}</s>",
    "wide ends": f"{R}<｜end▁of▁sentence｜>",
    "a scratchpad": f"<scratchpad>\n{T}\n</scratchpad>\n{R}",
    "thoughts without an end, after the words": f"{R}\n<think>{T}",
    "two thoughts": f"<think>{T}</think>{R}<think>{T}</think>",
    "between triangles": f"◁think▷{T}◁/think▷{R}",
    "between triangles, whose beginning the template wrote": f"{T}◁/think▷{R}",
    "between triangles, of a name nobody knows": f"◁hmm_internal▷{T}◁/hmm_internal▷{R}",
    "between mathematical brackets": f"⟨thought⟩{T}⟨/thought⟩{R}",
    "between wide brackets": f"＜think＞{T}＜/think＞{R}",
    "between lenses": f"【reasoning】{T}【/reasoning】{R}",
    "between doubled brackets": f"<<think>>{T}<</think>>{R}",
    "of two kinds of brackets": f"<think>{T}◁/think▷{R}",
    "a tag that was cut off": f"{R}<think",
    "an end that was cut off": f"{R}</answer",
    "a token that was cut off": f"{R}<|im_end",
    "a token whose beginning was eaten": f"{R}im_end|>",
    "a token whose beginning was eaten, on a line of its own": f"{R}\n|im_end|>",
    "a wide token whose beginning was eaten": f"{R}end▁of▁sentence｜>",
    "a header whose beginning was eaten": f"im_start|>assistant\n{R}<|im_end|>",
    "a reference": f"{R}【4:0†source】",
}

CALLS = {
    "a tag": f"<tool_call>\n{C}\n</tool_call>",
    "a tag without its end": f"<tool_call>{C}",
    "thoughts and a tag": f"<think>{T}</think>\n<tool_call>{C}</tool_call>",
    "tagged parameters": "<tool_call><function=find_times><parameter=service>\nHaircut\n</parameter></function></tool_call>",
    "invoke": '<function_calls><invoke name="find_times"><parameter '
    'name="service">Haircut</parameter></invoke></function_calls>',
    "invoke with a namespace": (
        '<minimax:tool_call>\n<invoke name="find_times">\n<parameter '
        'name="service">Haircut</parameter>\n</invoke>\n</minimax:tool_call>'
    ),
    "invoke behind a wide prefix": (
        '<｜DSML｜function_calls><｜DSML｜invoke name="find_times"><｜DSML｜parameter name="service" '
        'string="true">Haircut'
        "</｜DSML｜parameter></｜DSML｜invoke></｜DSML｜function_calls>"
    ),
    "wide tokens": (
        "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>find_times\n"
        f"```json\n{A}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>"
    ),
    "wide tokens, newer": f"<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>find_times<｜tool▁sep｜>{A}<｜tool▁call▁end｜><｜tool▁calls▁end｜>",
    "a section": (
        "<|tool_calls_section_begin|><|tool_call_begin|>functions.find_times:0<|tool_call_argument_begin|>"
        f"{A}<|tool_call_end|><|tool_calls_section_end|>"
    ),
    "harmony": f"<|channel|>commentary to=functions.find_times <|constrain|>json<|message|>{A}<|call|>",
    "harmony with its start": (
        f"<|channel|>analysis<|message|>{T}<|end|><|start|>assistant<|channel|>commentary "
        f"to=functions.find_times"
        f" <|constrain|>json<|message|>{A}<|call|>"
    ),
    "harmony without its tokens": f"commentary to=functions.find_times json{A}",
    "an action between tokens": f'<|START_ACTION|>[{{"tool_call_id": "0", "tool_name": "find_times", "parameters": {A}}}]<|'
    f"END_ACTION|>",
    "an action of a plugin": f'<|action_start|><|plugin|>\n{{"name": "find_times", "parameters": {A}}}<|action_end|>',
    "a token before a list": f"<|tool_call|>[{C}]",
    "a token and its slash": f"<|tool_call|>[{C}]<|/tool_call|>",
    "a mark before a list": f"[TOOL_CALLS][{C}]",
    "a mark before a name": f"[TOOL_CALLS]find_times[ARGS]{A}",
    "a python token": f"<|python_tag|>{C}",
    "a fence": f"```json\n{C}\n```",
    "a fence of its own": f"```tool_call\n{C}\n```",
    "python in a fence": "```tool_code\nprint(find_times(service='Haircut'))\n```",
    "python in a fence with a module": "```tool_code\nprint(default_api.find_times(service='Haircut'))\n```",
    "python, bare": "[find_times(service='Haircut')]",
    "a line of its own": f"Thought: {T}\nAction: find_times\nAction Input: {A}",
    "bare": C,
    "a function within": json.dumps({"type": "function", "function": {"name": "find_times", "arguments": A}}),
    "a list of calls": json.dumps({"tool_calls": [{"name": "find_times", "arguments": ARGUMENTS}]}),
}

HONEST = (
    "I <3 this haircut!",
    "We are open if 9 < your time and your time < 19.",
    "Prices: 45 > 40, and 1 << 2.",
    "Is it for <your name>?",
    "Write to <hello at salon.example> for that.",
    "Please bring [ID] and [a towel].",
    "Dana [FULL] and Miriam [FREE] on Friday.",
    "Our code for that is {20}.",
    'The word is "think" and not <think twice>.',
    "Let me think: Friday at 10:00 is free.",
    "I was thinking of Friday.",
    "Thought of everything? Then I will book it.",
    "On reflection, Friday is better.",
    "Analysis of hair and skin takes 30 minutes.",
    "analysis of skin is a service of ours.",
    "The final answer is Friday at ten.",
    "My final word: Friday.",
    "Call us, or write. What is your function here?",
    "An action needs no tool.",
    "Use the code `FRIDAY10` at the desk.",
    "```\nMon 9-19\nTue 9-19\n```\nThose are our hours.",
    'She said: "to=the point" is how we write.',
    "The map is at row=3 and seat=(4).",
    "find times that suit you, or times (any) will do.",
    "A list: [1], [2], [3].",
    "[Friday](#) or [Saturday]?",
    "{ or } are brackets, and so are [ and ].",
    "Use a > b, a < b or a <= b.",
    'We say: {"name": "Ada"} is how JSON looks.',
    "Two <b>bold</b> words.",
    "Dana & Miriam <-> Jonas -> you",
    "Between 10:00 | 12:00 | 14:00, which one?",
    "<- that way",
    "5 <6 and 7> 6",
    "It is 20 % off with SUMMER_20.",
    "An assistant answers at once; a message is enough.",
    "Observation: you prefer mornings.",
    "Our tools: scissors, comb, dryer.",
    "The channel is quiet, the start is at nine, the end at ten.",
    "<>",
    "It is ⟨very⟩ easy, and 【quite】 cheap.",
    "Go ◁ left or right ▷ at the corner.",
    "◁ Monday | Tuesday ▷",
    "2 << 3 and 5 >> 4",
)
