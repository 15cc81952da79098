"""moto's server, whose state machines run, and invoke their functions at an endpoint of the caller's.

Arguments: the port to serve at, and that endpoint.
"""

import os
import sys

port, functions = sys.argv[1:]
os.environ["MOTO_PORT"] = port

import boto3  # noqa: E402
from moto.server import main  # noqa: E402
from moto.stepfunctions.parser.asl.component.state.exec.state_task import lambda_eval_utils  # noqa: E402

clients = lambda_eval_utils.boto_client_for


def client_for(region, service, state_credentials=None):
    if service != "lambda":
        return clients(region=region, service=service, state_credentials=state_credentials)
    return boto3.client(
        "lambda", endpoint_url=functions, region_name=region, aws_access_key_id="x", aws_secret_access_key="x"
    )


lambda_eval_utils.boto_client_for = client_for
main(["-H", "127.0.0.1", "-p", port])
