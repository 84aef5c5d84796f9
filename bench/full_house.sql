-- Everything is a function of the number of a row: as many appointments as conversations.
INSERT INTO customers (id, organization_id, name, email, phone, created_at)
SELECT 'cus_' || md5('cus' || n), %(org)s,
    (%(first)s::text [])[1 + n %% 20] || ' ' || (%(last)s::text [])[1 + (n / 20) %% 20] || ' ' || n,
    'customer' || n || '@example.com', '+4930' || (1000000 + n), %(now)s - interval '30 days'
FROM generate_series(0, %(customers)s - 1) AS n;

INSERT INTO conversations (id, organization_id, token_hash, status, locale, time_zone, page, state,
    outcome, customer_id,
    address_hash, created_at, last_message_at)
SELECT 'cnv_' || md5('cnv' || n), %(org)s, md5('token' || n),
    CASE WHEN n < 3 THEN 'waiting' WHEN n < 6 THEN 'person' WHEN n %% 10 = 0 THEN 'bot' ELSE 'closed' END,
        'en', 'Europe/Berlin',
    'https://salon.example/prices',
    json_build_object('offers',
        (SELECT json_agg(md5(n || 'offer' || o)) FROM generate_series(1, 30) AS o)),
    CASE WHEN n < 4 THEN 'handed_over' WHEN n %% 10 < 6 THEN 'booked'
        WHEN n %% 50 = 9 THEN 'cancelled' END,
    CASE WHEN n %% 10 < 6 THEN 'cus_' || md5('cus' || n %% %(customers)s) END,
        md5('address' || n %% 5000),
    %(now)s - make_interval(secs => n * %(pace)s + 600), %(now)s - make_interval(secs => n * %(pace)s)
FROM generate_series(0, %(n)s - 1) AS n;

INSERT INTO messages (id, organization_id, conversation_id, role, text, blocks, client_msg_id, run_id,
    created_at)
SELECT 'msg_' || md5(n || 'm' || m), %(org)s, 'cnv_' || md5('cnv' || n),
    CASE WHEN m %% 2 = 0 THEN 'assistant' ELSE 'customer' END,
    CASE WHEN n < %(rare)s AND m = 1 THEN 'Is there a xylophone? ' ELSE '' END
        || (SELECT s.text FROM growth_sentences AS s WHERE s.number = hashint8(n * 31 + m) & 1023) || ' '
            || substr(md5(m || 'w' || n), 1, 8)
        || CASE WHEN m %% 4 = 2 THEN ' Shall I make an appointment?' ELSE '' END,
    CASE WHEN m %% 2 = 0 THEN jsonb_build_array(jsonb_build_object('type', 'quick_replies', 'id',
        md5(n || 'b' || m), 'state', 'closed',
        'fallback_text', 'some buttons')) ELSE '[]' END,
    CASE WHEN m %% 2 = 1 THEN 'm' || m END, CASE WHEN m > 0 THEN 'run_' || md5(n || 'r' || (m + 1) / 2)
        END,
    %(now)s - make_interval(secs => n * %(pace)s + (10 - m) * 30)
FROM generate_series(%(n)s - 1, 0, -1) AS n, generate_series(0, 8 + 2 * (n %% 2)) AS m;

INSERT INTO runs (id, organization_id, conversation_id, message_id, answer_id, status, epoch, engine,
    text, seq, outcome, input_tokens,
    output_tokens, created_at, started_at, ended_at)
SELECT 'run_' || md5(n || 'r' || r), %(org)s, 'cnv_' || md5('cnv' || n),
    'msg_' || md5(n || 'm' || 2 * r - 1), 'msg_' || md5(n || 'm' || 2 * r),
    'completed', r, 'guided', '', 3, 'answered', 800, 60, moment, moment, moment + interval '1 second'
FROM generate_series(%(n)s - 1, 0, -1) AS n, generate_series(1, 4 + n %% 2) AS r,
    LATERAL (SELECT %(now)s - make_interval(secs => n * %(pace)s + (11 - 2 * r) * 30) AS moment) AS timed;

INSERT INTO steps (organization_id, conversation_id, run_id, kind, name, ok, arguments, result, took_ms,
    at)
SELECT %(org)s, 'cnv_' || md5('cnv' || n), 'run_' || md5(n || 'r' || r),
    (ARRAY['model', 'tool', 'rule'])[1 + s %% 3],
    (ARRAY['guided', 'find_times', 'consent'])[1 + s %% 3], true, jsonb_build_object('service', 'Haircut',
        'number', n),
    jsonb_build_object('times', jsonb_build_array(md5(n || 's' || s), md5(s || 't' || r)), 'more', true),
        12,
    %(now)s - make_interval(secs => n * %(pace)s + (11 - 2 * r) * 30)
FROM generate_series(%(n)s - 1, 0, -1) AS n, generate_series(1, 4 + n %% 2) AS r,
    generate_series(1, 6) AS s;

INSERT INTO personal_values (conversation_id, kind, number, organization_id, value, normal)
SELECT 'cnv_' || md5('cnv' || n), kind, 1, %(org)s, value, value
FROM generate_series(0, %(n)s - 1) AS n, LATERAL (VALUES
    ('name', (%(first)s::text [])[1 + n %% 20] || ' ' || (%(last)s::text [])[1 + (n / 20) %% 20] || ' '
        || n %% %(customers)s),
    ('email', 'customer' || n %% %(customers)s || '@example.com')) AS told (kind, value)
WHERE n %% 10 < 8;

INSERT INTO appointments (id, organization_id, code, status, version, service_id, location_id, block_id,
    resource_ids, starts_at, ends_at,
    party_size, price, currency, policy, customer_id, hold_id, source, created_at, cancelled_at)
SELECT 'apt_' || md5('apt' || n), %(org)s, upper(substr(md5('code' || n), 1, 12)), status, 1, %(service)s,
    %(location)s,
    CASE WHEN status <> 'cancelled' THEN 'blk_' || md5('blk' || n) END,
        ARRAY[(%(people)s::text [])[1 + n %% 10]], starts,
    starts + interval '45 minutes', 1, 45, 'EUR', '{}', 'cus_' || md5('cus' || n %% %(customers)s),
        'hold_' || md5('hold' || n),
    CASE WHEN n %% 10 < 6 THEN 'chat' ELSE 'api' END, starts - interval '3 days',
        CASE WHEN status = 'cancelled' THEN starts - interval '1 day' END
FROM generate_series(0, %(n)s - 1) AS n, LATERAL (SELECT
    CASE WHEN n BETWEEN 50 AND 54 THEN 'pending_approval' WHEN n %% 20 = 7 THEN 'cancelled'
        WHEN n < 90 THEN 'confirmed' ELSE 'completed' END,
    %(today)s + make_interval(days => 2 - n / 40, hours => 9 + n / 10 %% 4 * 2)) AS made (status, starts);

INSERT INTO time_blocks (id, organization_id, service_id, location_id, starts_at, ends_at, capacity)
SELECT block_id, organization_id, service_id, location_id, starts_at, ends_at, 1
    FROM appointments WHERE block_id IS NOT NULL;

INSERT INTO claims (organization_id, resource_id, block_id, during)
SELECT organization_id, resource_ids[1], block_id, tstzrange(starts_at, ends_at, '[)')
    FROM appointments WHERE block_id IS NOT NULL;

INSERT INTO seats (block_id, number, capacity, appointment_id)
SELECT block_id, 0, 1, id FROM appointments WHERE block_id IS NOT NULL;

INSERT INTO audit (organization_id, at, door, actor, proof, request_id, action, subject, details)
SELECT %(org)s, a.created_at, a.source, CASE WHEN a.source = 'chat' THEN 'cnv_' || md5('cnv' || n)
    ELSE 'cli_bench' END, 'consent', '',
    action, a.id, '{"hold": "x"}'
FROM generate_series(0, %(n)s - 1) AS n JOIN appointments AS a ON a.id = 'apt_' || md5('apt' || n),
    unnest(ARRAY['appointment.confirmed', 'appointment.completed']) AS action;

INSERT INTO appointment_events (id, organization_id, kind, appointment_id, version, at)
SELECT 'evt_' || md5(a.id || kind), %(org)s, kind, a.id, 1, a.created_at
FROM appointments AS a, unnest(ARRAY['appointment.confirmed', 'appointment.completed']) AS kind;

INSERT INTO holds (id, organization_id, owner, purpose, status, service_id, location_id, resource_ids,
    starts_at, ends_at, claims_from,
    claims_to, party_size, price, currency, policy, created_at, expires_at, max_expires_at,
        appointment_id)
SELECT 'hold_' || md5(k || 'hold' || n), %(org)s, 'chat:cnv_' || md5('cnv' || n), 'book',
    CASE WHEN k = '' THEN 'confirmed' ELSE 'released' END,
    %(service)s, %(location)s, ARRAY[(%(people)s::text [])[1 + n %% 10]], moment,
        moment + interval '45 minutes', moment,
    moment + interval '45 minutes', 1, 45, 'EUR', '{}', moment, moment, moment,
    CASE WHEN k = '' THEN 'apt_' || md5('apt' || n) END
FROM generate_series(0, %(n)s / 3) AS n, unnest(ARRAY['', 'let go']) AS k,
    LATERAL (SELECT %(now)s - make_interval(secs => n * 31 * 86400.0 / (%(n)s / 3 + 1)) AS moment)
        AS timed;

INSERT INTO idempotency_keys (organization_id, client, operation, key, fingerprint, status, body, subject,
    created_at)
SELECT %(org)s, 'cli_bench', 'confirm', md5('key' || n), decode(md5('f' || n), 'hex'), 200,
    decode(repeat(md5('b' || n), 20), 'hex'),
    'apt_' || md5('apt' || n), %(now)s - make_interval(secs => n * 3 * 86400.0 / (%(n)s / 10 + 1))
FROM generate_series(0, %(n)s / 10) AS n;

INSERT INTO outbox (id, organization_id, kind, recipient, subject, text, created_at, sent_at)
SELECT 'mail_' || md5('mail' || n), %(org)s, 'appointment_changed',
    'customer' || n %% %(customers)s || '@example.com', 'Your appointment',
    repeat('Dear customer, your appointment has changed. ', 8), moment, moment
FROM generate_series(0, %(n)s / 3) AS n,
    LATERAL (SELECT %(now)s - make_interval(secs => n * 31 * 86400.0 / (%(n)s / 3 + 1)) AS moment)
        AS timed;

INSERT INTO verifications (id, organization_id, conversation_id, kind, asked_for, appointment_ids,
    created_at, expires_at)
SELECT 'ver_' || md5('ver' || n), %(org)s, 'cnv_' || md5('cnv' || n), 'email', decode(md5('t' || n),
    'hex'), '{}', moment, moment
FROM generate_series(0, %(n)s / 100) AS n,
    LATERAL (SELECT %(now)s - make_interval(secs => n * 2 * 86400.0 / (%(n)s / 100 + 1)) AS moment)
        AS timed
