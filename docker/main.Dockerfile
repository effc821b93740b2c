# The main world (Python 3.11): the API and the actions run from this one image.
FROM node:20-slim AS widget
WORKDIR /widget
COPY widget/package.json widget/package-lock.json ./
RUN npm ci
COPY widget ./
RUN npm run build

FROM python:3.11-slim AS packages
COPY setup/uv.lock /setup/uv.lock
RUN pip install --no-cache-dir --require-hashes -r /setup/uv.lock
COPY requirements.lock /setup/requirements.lock
RUN uv venv /opt/leerroute \
    && uv pip sync --python /opt/leerroute/bin/python --require-hashes --compile-bytecode /setup/requirements.lock

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin leerroute
COPY --from=packages /opt/leerroute /opt/leerroute
WORKDIR /leerroute
COPY leerroute leerroute
COPY api api
COPY actions actions
COPY data data
COPY domain.yml ./
COPY catalogue catalogue
# Golden cases and invented people: an editor sees what a change does to them.
COPY tests/cases tests/cases
COPY tests/personas tests/personas
COPY --from=widget /widget/dist widget/dist
ENV PATH=/opt/leerroute/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER leerroute
CMD ["python", "-m", "api"]
