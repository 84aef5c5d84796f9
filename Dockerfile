# Zimun for production: web, worker and migrations are one image, told apart by the command.
# Build with: docker build -t zimun .

FROM python:3.11-slim AS packages
WORKDIR /zimun
COPY requirements.lock requirements-uv.lock ./
RUN python -m venv /venv \
 && pip install --no-cache-dir --require-hashes --no-deps --target /uv -r requirements-uv.lock \
 && /uv/bin/uv pip install --no-cache --system-certs --compile-bytecode --require-hashes \
      --python /venv/bin/python -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY booking_core booking_core
COPY agent agent
COPY evaluation evaluation
COPY web web
# Editable, so that migrations and the browser's files are found beside the packages, as in a checkout.
RUN /uv/bin/uv pip install --no-cache --no-deps --no-build-isolation --python /venv/bin/python -e .

FROM python:3.11-slim
# Its own user, and one directory it may write in.
RUN useradd --system --uid 10001 --user-group --no-create-home zimun \
 && install -d -o zimun -g zimun -m 0711 /data
WORKDIR /zimun
COPY --from=packages /venv /venv
COPY --from=packages /zimun /zimun
COPY migrations migrations
COPY static static
COPY evals evals
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 HOST=0.0.0.0 PORT=8000 DATA_DIR=/data
USER zimun
EXPOSE 8000
# Answers the requests it has, hangs up on streams, and ends.
STOPSIGNAL SIGTERM
CMD ["zimun", "serve"]
