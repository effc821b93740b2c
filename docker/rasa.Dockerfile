# The Rasa world (Python 3.10), with the model trained into the image.
FROM python:3.10-slim AS packages
COPY setup/uv.lock /setup/uv.lock
RUN pip install --no-cache-dir --require-hashes -r /setup/uv.lock
COPY bot/requirements.lock /setup/requirements.lock
RUN uv venv /opt/rasa \
    && uv pip sync --python /opt/rasa/bin/python --require-hashes --compile-bytecode /setup/requirements.lock

FROM python:3.10-slim
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin leerroute
COPY --from=packages /opt/rasa /opt/rasa
ENV PATH=/opt/rasa/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3 SQLALCHEMY_SILENCE_UBER_WARNING=1 \
    HOME=/tmp MPLCONFIGDIR=/tmp
WORKDIR /leerroute
COPY bot bot
COPY catalogue catalogue
COPY data data
COPY docs/contract docs/contract
COPY config.yml domain.yml endpoints.yml credentials.yml ./
RUN python -m rasa train --out models --fixed-model-name leerroute && rm -rf .rasa
USER leerroute
# Never with --enable-api: Rasa's HTTP API has no authentication and known holes (CVE-2024-49375).
CMD ["python", "-m", "bot.quiet_rasa", "run", "-i", "0.0.0.0", "-p", "5005", "-m", "models/leerroute.tar.gz"]
