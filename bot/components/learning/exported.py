"""The network as an ONNX graph with weights in 8 bits, to read one message at a time.

Weights and activations are rounded in blocks of 32. Rounding whole rows at once is faster (half the time), but changes
a label in one of five messages; blocks do so in one of a hundred, and take three quarters of the time of 32 bits.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import List

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import matmul_nbits_quantizer as quantizer

from .learned import OUTPUTS
from .network import Network
from .packed import BLOCK, EPSILON

OPSET = 20
IR_VERSION = 10
IN_8_BITS = 4  # ONNX Runtime's name for activations in 8 bits
ENCODER = "encoder."


class _Graph:
    """Nodes and constants, as they are put down."""

    def __init__(self) -> None:
        self.nodes: List[onnx.NodeProto] = []
        self.constants: List[onnx.TensorProto] = []

    def constant(self, value: NDArray[np.generic], name: str = "") -> str:
        name = name or f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def put(self, operation: str, *inputs: str, output: str = "", **settings: object) -> str:
        output = output or f"{operation}{len(self.nodes)}"
        self.nodes.append(helper.make_node(operation, list(inputs), [output], name=f"node_{output}", **settings))
        return output

    def linear(self, x: str, weight: NDArray[np.generic], bias: NDArray[np.generic], name: str = "") -> str:
        return self.put("Add", self.put("MatMul", x, self.constant(weight, name)), self.constant(bias))


def export(network: Network, file: Path) -> None:
    """Write the network. Inputs: `vectors` [1, pieces, width] of one message."""
    graph = _Graph()
    x = "vectors"
    for number, layer in enumerate(network.layers):
        x = _layer(graph, {name: variable.numpy() for name, variable in layer.items()}, x, network.heads, number)
    _head(graph, {name: variable.numpy() for name, variable in network.parts_of_head.items()}, x)
    width = network.width
    made = helper.make_graph(
        graph.nodes,
        "reader",
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [1, "pieces", width])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in OUTPUTS],
        graph.constants,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    kept = [node.name for node in graph.nodes if not any(name.startswith(ENCODER) for name in node.input)]
    onnx.save(_in_eight_bits(model, kept), file)


def _in_eight_bits(model: onnx.ModelProto, kept: List[str]) -> onnx.ModelProto:
    """The same graph, with products of matrices rounded except in the nodes that are kept."""
    logging.getLogger(quantizer.__name__).setLevel(logging.WARNING)
    how = quantizer.DefaultWeightOnlyQuantConfig(BLOCK, is_symmetric=True, accuracy_level=IN_8_BITS, bits=8)
    rounding = quantizer.MatMulNBitsQuantizer(model, algo_config=how, nodes_to_exclude=kept)
    rounding.process()
    rounded: onnx.ModelProto = rounding.model.model
    return rounded


def _layer(graph: _Graph, layer: dict[str, NDArray[np.generic]], x: str, heads: int, number: int) -> str:
    width = layer["q.w"].shape[0]
    apart = graph.constant(np.array([1, -1, heads, width // heads], np.int64))
    together = graph.constant(np.array([1, -1, width], np.int64))

    def linear(name: str, given: str) -> str:
        return graph.linear(given, layer[f"{name}.w"], layer[f"{name}.b"], f"{ENCODER}{number}.{name}")

    def head(name: str, order: List[int]) -> str:
        return graph.put("Transpose", graph.put("Reshape", linear(name, x), apart), perm=order)

    def normalised(given: str, name: str) -> str:
        weight, bias = graph.constant(layer[f"{name}.w"]), graph.constant(layer[f"{name}.b"])
        return graph.put("LayerNormalization", given, weight, bias, axis=-1, epsilon=EPSILON)

    size = graph.constant(np.array(1 / np.sqrt(width // heads), np.float32))
    looked = graph.put("Mul", graph.put("MatMul", head("q", [0, 2, 1, 3]), head("k", [0, 2, 3, 1])), size)
    found = graph.put("MatMul", graph.put("Softmax", looked, axis=-1), head("v", [0, 2, 1, 3]))
    joined = graph.put("Reshape", graph.put("Transpose", found, perm=[0, 2, 1, 3]), together)
    x = normalised(graph.put("Add", x, linear("ao", joined)), "aln")
    return normalised(graph.put("Add", x, linear("fo", graph.put("Gelu", linear("fi", x)))), "oln")


def _head(graph: _Graph, head: dict[str, NDArray[np.generic]], x: str) -> None:
    grounds = graph.put("Softmax", graph.put("MatMul", x, graph.constant(head["looks"])), axis=1, output="grounds")
    found = graph.put("MatMul", graph.put("Transpose", grounds, perm=[0, 2, 1]), x)
    last, pieces = graph.constant(np.array([2], np.int64)), graph.constant(np.array([1], np.int64))
    decided = graph.put("ReduceSum", graph.put("Mul", found, graph.constant(head["decides"])), last, keepdims=0)
    mean = graph.put("ReduceMean", x, pieces, keepdims=0)
    graph.put("Add", decided, graph.linear(mean, head["overall"], head["bias"]), output="scores")
    graph.put(
        "Add", graph.put("MatMul", x, graph.constant(head["marks"])), graph.constant(head["marks_bias"]), output="marks"
    )
