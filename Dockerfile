# porism with its server for agents:
#   docker build -t porism . && docker run --rm porism prove simson-line
#   docker run --rm -i porism mcp
FROM python:3.12-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends g++ git && rm -rf /var/lib/apt/lists/*
COPY . /porism
RUN pip wheel --no-deps --wheel-dir /wheels /porism

FROM python:3.12-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir "$(echo /wheels/porism-*.whl)[agents,figures]" && rm -r /wheels && useradd --create-home porism
USER porism
ENTRYPOINT ["porism"]
